using Microsoft.AspNetCore.Builder;

namespace Oms.Engine.AspNetCore;

/// <summary>Configures a mapped GraphQL endpoint, as any endpoint is (<c>RequireAuthorization</c>, <c>RequireCors</c>) and by its own options.</summary>
public sealed class GraphQLEndpointConventionBuilder : IEndpointConventionBuilder
{
    private readonly IEndpointConventionBuilder[] _routes;
    private readonly GraphQLServerOptions _options;

    internal GraphQLEndpointConventionBuilder(IEndpointConventionBuilder[] routes, GraphQLServerOptions options)
    {
        _routes = routes;
        _options = options;
    }

    /// <summary>Changes the options of this endpoint.</summary>
    /// <param name="configure">The changes; applied at once.</param>
    /// <returns>This builder.</returns>
    public GraphQLEndpointConventionBuilder WithOptions(Action<GraphQLServerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(_options);
        return this;
    }

    /// <inheritdoc/>
    public void Add(Action<EndpointBuilder> convention) => Array.ForEach(_routes, route => route.Add(convention));

    /// <inheritdoc/>
    public void Finally(Action<EndpointBuilder> finallyConvention) => Array.ForEach(_routes, route => route.Finally(finallyConvention));
}
