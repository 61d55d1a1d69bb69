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
        var address = path.TrimEnd('/');
        // The IDE's files lie below the address. They have a route of their own, so that the address itself has no values to be matched.
        IEndpointConventionBuilder[] routes =
        [
            endpoints.Map(address.Length == 0 ? "/" : address, endpoint.InvokeAsync),
            endpoints.Map($"{address}/{{{GraphQLEndpoint.FolderRouteValue}}}/{{**{GraphQLEndpoint.FileRouteValue}}}", endpoint.InvokeFileAsync),
        ];
        foreach (var route in routes)
            route.WithDisplayName("GraphQL " + path);
        return new GraphQLEndpointConventionBuilder(routes, options);
    }

    /// <summary>Maps an address that serves GraphQL over <c>POST</c> and <c>GET</c> only: no WebSockets, no schema, no IDE.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="path">The address.</param>
    /// <returns>To configure the endpoint.</returns>
    public static GraphQLEndpointConventionBuilder MapGraphQLHttp(this IEndpointRouteBuilder endpoints, string path = "/graphql") =>
        Map(endpoints, path, static endpoint => endpoint.InvokeHttpAsync);

    /// <summary>Maps an address that serves GraphQL over WebSocket only, after <c>app.UseWebSockets()</c>; other requests get 426.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="path">The address.</param>
    /// <returns>To configure the endpoint.</returns>
    public static GraphQLEndpointConventionBuilder MapGraphQLWebSocket(this IEndpointRouteBuilder endpoints, string path = "/graphql/ws") =>
        Map(endpoints, path, static endpoint => endpoint.InvokeSocketAsync);

    private static GraphQLEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string path, Func<GraphQLEndpoint, RequestDelegate> handler)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var options = endpoints.ServiceProvider.GetRequiredService<IOptionsFactory<GraphQLServerOptions>>().Create(Options.DefaultName);
        var route = endpoints.Map(path, handler(new GraphQLEndpoint(endpoints.ServiceProvider, options)));
        route.WithDisplayName("GraphQL " + path);
        return new GraphQLEndpointConventionBuilder([route], options);
    }

    /// <summary>
    /// Maps an address for each persisted operation, <c>{path}/{documentId}/{operationName}</c>, so that what lies between client and server
    /// can tell operations apart. <c>GET</c> runs queries, with <c>variables</c> in its query and an <c>ETag</c> on the response.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="path">The address.</param>
    /// <param name="requireOperationName">Whether the name must be there.</param>
    /// <returns>To configure the endpoint.</returns>
    public static GraphQLEndpointConventionBuilder MapGraphQLPersistedOperations(
        this IEndpointRouteBuilder endpoints, string path = "/graphql/persisted", bool requireOperationName = false)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var options = endpoints.ServiceProvider.GetRequiredService<IOptionsFactory<GraphQLServerOptions>>().Create(Options.DefaultName);
        var endpoint = new GraphQLEndpoint(endpoints.ServiceProvider, options);
        var route = endpoints.MapMethods(
            path.TrimEnd('/') + "/{documentId}/{operationName?}", ["GET", "POST"], (HttpContext context) => endpoint.InvokePersistedAsync(context, requireOperationName));
        return new GraphQLEndpointConventionBuilder([route], options);
    }

    /// <summary>Maps an address that answers <c>GET</c> with the schema as SDL.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="path">The address.</param>
    /// <returns>To configure the endpoint.</returns>
    public static IEndpointConventionBuilder MapGraphQLSchema(this IEndpointRouteBuilder endpoints, string path = "/graphql/sdl")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var schema = SchemaResponse.Plain();
        return endpoints.MapGet(path, (HttpContext context) => schema.WriteAsync(context));
    }

    /// <summary>
    /// Maps an address that answers <c>GET</c> with the schema for clients that take errors without propagation: what is null only where something failed
    /// has <c>@semanticNonNull</c> instead of an exclamation mark.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="path">The address.</param>
    /// <returns>To configure the endpoint.</returns>
    public static IEndpointConventionBuilder MapGraphQLSemanticNonNullSchema(
        this IEndpointRouteBuilder endpoints, string path = "/graphql/semantic-non-null-schema.graphql")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var schema = SchemaResponse.SemanticNonNull();
        return endpoints.MapGet(path, (HttpContext context) => schema.WriteAsync(context));
    }
}
