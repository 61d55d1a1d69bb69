using System.Collections;

namespace Oms.Engine.Paging;

/// <summary>A page of a list, whatever is listed.</summary>
public interface IConnection
{
    /// <summary>The page, each item an <see cref="IEdge"/>.</summary>
    IEnumerable Edges { get; }

    /// <summary>The page.</summary>
    IEnumerable Nodes { get; }

    /// <summary>Where the page stands.</summary>
    PageInfo PageInfo { get; }

    /// <summary>How many items the list has; null where nobody counted them.</summary>
    int? TotalCount { get; }
}
