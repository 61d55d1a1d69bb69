using System.Net;
using System.Net.WebSockets;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.AspNetCore;

/// <summary>What each <c>Map</c> method serves, and under whose options.</summary>
public sealed class Endpoints
{
    private const string Sdl = "type Query { hello: String }";

    [Fact]
    public async Task MapGraphQL_serves_everything()
    {
        await using var host = await StartAsync(app => app.MapGraphQL());
        (await StatusesOf(host, "/graphql")).ShouldBe([200, 200, 200]);
        (await host.Client.GetStringAsync("/graphql/schema.graphql", TestContext.Current.CancellationToken)).ShouldContain("type Query");
        (await host.Client.GetStringAsync("/graphql/schema", TestContext.Current.CancellationToken)).ShouldContain("type Query");
        (await ConnectAsync(host, "/graphql")).ShouldBe(101);
    }

    [Fact]
    public async Task Files_of_the_schema_can_be_switched_off()
    {
        await using var host = await StartAsync(app => app.MapGraphQL().WithOptions(o => o.EnableSchemaFileSupport = false));
        using var file = await host.Client.GetAsync("/graphql/schema.graphql", TestContext.Current.CancellationToken);
        file.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task MapGraphQLHttp_serves_POST_and_GET_only()
    {
        await using var host = await StartAsync(app => app.MapGraphQLHttp("/http"));
        (await StatusesOf(host, "/http")).ShouldBe([200, 200, 400]);
        (await ConnectAsync(host, "/http")).ShouldBe(400);
        using var deleted = await host.Client.DeleteAsync("/http", TestContext.Current.CancellationToken);
        deleted.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        deleted.Content.Headers.Allow.ShouldBe(["GET", "POST"]);
    }

    [Fact]
    public async Task MapGraphQLWebSocket_serves_WebSockets_only()
    {
        await using var host = await StartAsync(app => app.MapGraphQLWebSocket());
        (await StatusesOf(host, "/graphql/ws")).ShouldBe([426, 426, 426]);
        (await ConnectAsync(host, "/graphql/ws")).ShouldBe(101);
    }

    [Fact]
    public async Task All_of_them_stand_beside_each_other()
    {
        await using var host = await StartAsync(app =>
        {
            app.MapGraphQL();
            app.MapGraphQLWebSocket();
            app.MapGraphQLSchema();
            app.MapGraphQLSemanticNonNullSchema();
            app.MapGraphQLPersistedOperations();
        });
        (await ConnectAsync(host, "/graphql/ws")).ShouldBe(101);
        (await host.Client.GetStringAsync("/graphql/sdl", TestContext.Current.CancellationToken)).ShouldContain("type Query");
        using var semantic = await host.Client.GetAsync("/graphql/semantic-non-null-schema.graphql", TestContext.Current.CancellationToken);
        (await semantic.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("directive @semanticNonNull");
        semantic.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe("semantic-non-null-schema.graphql");
        (await StatusesOf(host, "/graphql")).ShouldBe([200, 200, 200]);
    }

    [Fact]
    public async Task Options_are_those_of_one_endpoint()
    {
        await using var host = await StartAsync(app =>
        {
            app.MapGraphQLHttp("/open");
            app.MapGraphQLHttp("/strict").WithOptions(o => o.EnableGetRequests = false);
        });
        (await StatusesOf(host, "/open")).ShouldBe([200, 200, 400]);
        (await StatusesOf(host, "/strict")).ShouldBe([200, 405, 405]);
    }

    [Fact]
    public async Task Whoever_may_not_use_an_endpoint_gets_nothing_of_it()
    {
        await using var host = await StartAsync(
            app =>
            {
                app.MapGraphQL("/all").RequireAuthorization();
                app.MapGraphQLHttp("/http").RequireAuthorization();
                app.MapGraphQLWebSocket("/ws").RequireAuthorization();
                app.MapGraphQLSchema("/sdl").RequireAuthorization();
                app.MapGraphQLSemanticNonNullSchema("/semantic").RequireAuthorization();
                app.MapGraphQLPersistedOperations("/persisted").RequireAuthorization();
            });
        foreach (var path in new[] { "/all", "/http", "/ws", "/sdl", "/semantic", "/persisted/x" })
            (await StatusesOf(host, path)).ShouldAllBe(status => status == 401 || status == 405);
        (await ConnectAsync(host, "/all")).ShouldBe(401);
        (await ConnectAsync(host, "/ws")).ShouldBe(401);
        (await ConnectAsync(host, "/ws", ("Authorization", "ann"))).ShouldBe(101);
        host.Client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "ann");
        (await StatusesOf(host, "/all")).ShouldBe([200, 200, 200]);
    }

    private static Task<SchemaHost> StartAsync(Action<WebApplication> map) => SchemaHost.StartAsync(
        Sdl,
        graph => graph.UsePersistedOperationPipeline(),
        app =>
        {
            app.UseAuthentication();
            app.UseAuthorization();
            map(app);
        },
        builder =>
        {
            builder.Services.AddAuthentication("name").AddScheme<AuthenticationSchemeOptions, NameHandler>("name", null);
            builder.Services.AddAuthorization();
        });

    /// <summary>The status codes of a query by <c>POST</c>, by <c>GET</c>, and of the schema.</summary>
    private static async Task<int[]> StatusesOf(SchemaHost host, string path)
    {
        using var content = new StringContent("""{"query":"{ hello }"}""", System.Text.Encoding.UTF8, "application/json");
        using var post = await host.Client.PostAsync(path, content);
        using var get = await host.Client.GetAsync(path + "?query={hello}");
        using var sdl = await host.Client.GetAsync(path + "?sdl");
        return [(int)post.StatusCode, (int)get.StatusCode, (int)sdl.StatusCode];
    }

    private static async Task<int> ConnectAsync(SchemaHost host, string path, params (string Name, string Value)[] headers)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.CollectHttpResponseDetails = true;
        foreach (var (name, value) in headers)
            socket.Options.SetRequestHeader(name, value);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await socket.ConnectAsync(new Uri($"ws://{host.Client.BaseAddress!.Authority}{path}"), patience.Token);
        }
        catch (WebSocketException) when (socket.HttpStatusCode != 0)
        {
            // What the server answered instead is what is asked for.
        }

        return (int)socket.HttpStatusCode;
    }

    private sealed class NameHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            Request.Headers.Authorization is [{ } name]
                ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "name")), "name"))
                : AuthenticateResult.NoResult());
    }
}
