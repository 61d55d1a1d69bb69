using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Oms.Engine.AspNetCore;
using Oms.Engine.Authorization;
using Oms.Engine.Configuration;
using Oms.Engine.Subscriptions;

namespace Oms.Engine.Tests.AspNetCore;

/// <summary>
/// A web server on a real port with a small schema. The header <c>x-user</c> makes its value the user, whose authentication ends at the
/// seconds since 1970 in <c>x-expires</c>.
/// </summary>
internal sealed class GraphQLHost : IAsyncDisposable
{
    public const string Schema = """
        type Query {
          hello(name: String! = "world"): String!
          twice(number: Int!): Int
          sum(of: Summands!): Int
          fail: String
          slow: String
          secret: String @authorize(policy: "nobody")
        }
        input Summands { a: Int! b: Int = 1 }
        type Mutation { touch: Int! }
        type Subscription {
          count(to: Int!): Int!
          silence: Int!
          news(topic: String!): String!
          hidden: Int @authorize(policy: "nobody")
        }
        """;

    private readonly WebApplication _application;

    private GraphQLHost(WebApplication application)
    {
        _application = application;
        var address = new Uri(application.Urls.Single());
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        Port = address.Port;
    }

    public HttpClient Client { get; }

    public int Port { get; }

    public IServiceProvider Services => _application.Services;

    public Touches Touches => _application.Services.GetRequiredService<Touches>();

    public InMemoryTopics Topics => _application.Services.GetRequiredService<InMemoryTopics>();

    public static async Task<GraphQLHost> StartAsync(
        Action<GraphQLServerOptions>? options = null, Action<IRequestExecutorBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<Touches>();
        builder.Services.AddSingleton<IAuthorizationHandler, SampleAuthorization>();
        var graph = builder.Services.AddGraphQLServer()
            .AddDocumentFromString(Schema)
            .AddTypeExtension(typeof(SampleRoots.Queries))
            .AddTypeExtension(typeof(SampleRoots.Mutations))
            .AddTypeExtension(typeof(SampleRoots.Subscriptions))
            .AddResolver("Query", "sum", (Summands of) => of.A + of.B)
            .AddResolver("Subscription", "hidden", () => 1)
            .AddInMemorySubscriptions()
            .ModifyServerOptions(options ?? (_ => { }));
        configure?.Invoke(graph);
        var application = builder.Build();
        application.UseWebSockets();
        application.Use(Authenticate);
        application.MapGraphQL();
        await application.StartAsync();
        return new GraphQLHost(application);
    }

    /// <summary>Sends a body as JSON.</summary>
    public Task<HttpResponseMessage> PostAsync(string body, string? accept = null, params (string Name, string Value)[] headers) =>
        PostAsync(Encoding.UTF8.GetBytes(body), "application/json", accept, headers);

    /// <summary>Sends a body.</summary>
    public async Task<HttpResponseMessage> PostAsync(byte[] body, string? contentType, string? accept = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(body) };
        if (contentType is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return await SendAsync(request, accept, headers);
    }

    /// <summary>Sends a <c>GET</c>.</summary>
    public async Task<HttpResponseMessage> GetAsync(string query, string? accept = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql" + query);
        return await SendAsync(request, accept, headers);
    }

    public Task StopAsync() => _application.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.DisposeAsync();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? accept, (string Name, string Value)[] headers)
    {
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                (request.Content ??= new ByteArrayContent([])).Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static Task Authenticate(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers["x-user"] is [{ } name])
        {
            var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "test");
            if (context.Request.Headers["x-expires"] is [{ } seconds])
                identity.AddClaim(new Claim("exp", seconds));
            context.User = new ClaimsPrincipal(identity);
        }

        return next(context);
    }
}
