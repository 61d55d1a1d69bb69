namespace Oms.Graph.Deltas;

/// <summary>GraphQL enum <c>ChangesKind</c>: what a client that has a version is given.</summary>
internal enum ChangesKind
{
    /// <summary>Nothing: its version has the same content.</summary>
    NotModified,

    /// <summary>What differs.</summary>
    Delta,

    /// <summary>Everything, because that is smaller.</summary>
    Full,
}
