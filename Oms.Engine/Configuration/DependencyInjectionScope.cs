namespace Oms.Engine.Configuration;

/// <summary>Where a resolver's scoped services live.</summary>
public enum DependencyInjectionScope
{
    /// <summary>As long as the request; all its resolvers share them.</summary>
    Request,

    /// <summary>As long as one call of the resolver.</summary>
    Resolver,
}
