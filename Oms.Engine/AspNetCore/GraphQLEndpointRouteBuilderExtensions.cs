using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Oms.Engine.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps GraphQL endpoints.</summary>
public static class GraphQLEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps an address that serves GraphQL over <c>POST</c>, <c>GET</c>, server-sent events and WebSocket (after
    /// <c>app.UseWebSockets()</c>), the schema under <c>?sdl</c>, and the IDE to browsers.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="path">The address.</param>
    /// <returns>To configure the endpoint.</returns>
    public static GraphQLEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string path = "/graphql")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var options = endpoints.ServiceProvider.GetRequiredService<IOptionsFactory<GraphQLServerOptions>>().Create(Options.DefaultName);
        var endpoint = new GraphQLEndpoint(endpoints.ServiceProvider, options);
        // The IDE's files lie below the address; they are told apart by the route value.
        var route = endpoints.Map(path.TrimEnd('/') + "/{**" + GraphQLEndpoint.FileRouteValue + "}", endpoint.InvokeAsync);
        route.WithDisplayName("GraphQL " + path);
        return new GraphQLEndpointConventionBuilder(route, options);
    }

    /// <summary>Maps an address that answers <c>GET</c> with the schema as SDL.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="path">The address.</param>
    /// <returns>To configure the endpoint.</returns>
    public static IEndpointConventionBuilder MapGraphQLSchema(this IEndpointRouteBuilder endpoints, string path = "/graphql/sdl")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var schema = new SchemaResponse();
        return endpoints.MapGet(path, (HttpContext context) => schema.WriteAsync(context));
    }
}
