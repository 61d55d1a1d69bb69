namespace Oms.Graph.Compatibility;

/// <summary>GraphQL enum <c>ConsumerPlane</c>: the planes of the domain, in its order, under the names that reports have for them.</summary>
internal enum Plane
{
    /// <summary>Clients of a GraphQL API.</summary>
    Graphql,

    /// <summary>Clients of an HTTP API with JSON.</summary>
    Openapi,

    /// <summary>The index.</summary>
    Index,

    /// <summary>The services that execute actions and functions.</summary>
    Actions,

    /// <summary>Programs compiled against generated classes.</summary>
    Sdk,
}
