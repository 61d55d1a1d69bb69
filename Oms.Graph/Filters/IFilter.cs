namespace Oms.Graph.Filters;

/// <summary>A condition that a client gives, perhaps made of others.</summary>
internal interface IFilter
{
    /// <summary>The conditions it is made of; null entries count nothing.</summary>
    internal IEnumerable<IFilter?> Parts { get; }

    /// <summary>How many values it compares with.</summary>
    internal int Values { get; }
}
