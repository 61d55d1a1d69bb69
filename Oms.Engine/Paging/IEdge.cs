namespace Oms.Engine.Paging;

/// <summary>One item of a page, and where it stands.</summary>
public interface IEdge
{
    /// <summary>The item.</summary>
    object? Node { get; }

    /// <summary>Where it stands in the list; opaque to clients.</summary>
    string Cursor { get; }
}
