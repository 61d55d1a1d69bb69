using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Oms.Engine.Tests.AspNetCore.Sockets;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.AspNetCore;

/// <summary>A schema file that is edited while the server runs.</summary>
public sealed class Schema_reload : IAsyncLifetime
{
    private const string First = """
        type Query { hello: String slow: String }
        type Subscription { silence: Int }
        """;

    private const string Second = """
        type Query { hello: String slow: String added: Int! }
        type Subscription { silence: Int }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("schema");
    private readonly ConcurrentQueue<string> _log = new();
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _openSources;
    private WebApplication _application = null!;
    private HttpClient _client = null!;

    private string SchemaFile => Path.Combine(_folder.FullName, "schema.graphql");

    private int Port => new Uri(_application.Urls.Single()).Port;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(SchemaFile, First);
        _application = await StartAsync(Environments.Development);
        _client = new HttpClient { BaseAddress = new Uri(_application.Urls.Single()), Timeout = TimeSpan.FromSeconds(30) };
        // The schema is built when it is first asked for.
        (await AskAsync("{ hello }")).ShouldBe("""{"data":{"hello":"world"}}""");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _application.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_valid_change_is_served_to_new_requests()
    {
        (await AskAsync("{ added }")).ShouldContain("errors");
        await File.WriteAllTextAsync(SchemaFile, Second);
        await Eventually.HoldsAsync(async () => await AskAsync("{ added }") == """{"data":{"added":1}}""");
        (await _client.GetStringAsync("/graphql?sdl")).ShouldContain("added: Int!");
    }

    [Fact]
    public async Task A_file_that_is_put_in_the_place_of_the_old_one_is_seen()
    {
        var other = SchemaFile + ".new";
        await File.WriteAllTextAsync(other, Second);
        File.Move(other, SchemaFile, overwrite: true);
        await Eventually.HoldsAsync(async () => await AskAsync("{ added }") == """{"data":{"added":1}}""");
    }

    [Fact]
    public async Task An_invalid_change_is_logged_with_all_that_is_wrong_and_the_old_schema_stays()
    {
        await File.WriteAllTextAsync(SchemaFile, "type Query { hello: Nothing slow: Nowhere unbound: Int }");
        await Eventually.HoldsAsync(() => _log.Any(l => l.Contains("the one before stays", StringComparison.Ordinal)));
        var problems = _log.First(l => l.Contains("the one before stays", StringComparison.Ordinal));
        problems.ShouldContain("Nothing");
        problems.ShouldContain("Nowhere");
        (await AskAsync("{ hello }")).ShouldBe("""{"data":{"hello":"world"}}""");

        await File.WriteAllTextAsync(SchemaFile, "type Query {");
        await Eventually.HoldsAsync(() => _log.Count(l => l.Contains("the one before stays", StringComparison.Ordinal)) == 2);
        await File.WriteAllTextAsync(SchemaFile, Second);
        await Eventually.HoldsAsync(async () => await AskAsync("{ added }") == """{"data":{"added":1}}""");
    }

    [Fact]
    public async Task A_request_ends_on_the_schema_it_began_with()
    {
        var running = AskAsync("{ slow hello }");
        await Eventually.HoldsAsync(() => _openSources == 1);
        await File.WriteAllTextAsync(SchemaFile, Second.Replace("slow: String", "", StringComparison.Ordinal));
        await Eventually.HoldsAsync(async () => await AskAsync("{ added }") == """{"data":{"added":1}}""");
        (await AskAsync("{ slow }")).ShouldContain("errors");
        running.IsCompleted.ShouldBeFalse();
        _goOn.SetResult();
        (await running.WaitAsync(Patience)).ShouldBe("""{"data":{"slow":"done","hello":"world"}}""");
    }

    [Fact]
    public async Task An_event_stream_is_completed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=subscription{silence}");
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await Eventually.HoldsAsync(() => _openSources == 1);
        await File.WriteAllTextAsync(SchemaFile, Second);
        (await response.Content.ReadAsStringAsync().WaitAsync(Patience)).ShouldEndWith("event: complete\ndata:\n\n");
        await Eventually.HoldsAsync(() => _openSources == 0);
    }

    [Fact]
    public async Task A_socket_has_its_subscriptions_completed_and_its_queries_answered_before_it_is_closed()
    {
        using var socket = await SocketClient.OpenAsync(Port);
        await socket.SubscribeAsync("stream", "subscription { silence }");
        await socket.SubscribeAsync("query", "{ slow }");
        await Eventually.HoldsAsync(() => _openSources == 2);

        await File.WriteAllTextAsync(SchemaFile, Second);

        (await socket.ReceiveAsync()).ShouldBe("""{"id":"stream","type":"complete"}""");
        _goOn.SetResult();
        (await socket.ReceiveAsync()).ShouldBe("""{"id":"query","type":"next","payload":{"data":{"slow":"done"}}}""");
        (await socket.ReceiveAsync()).ShouldBe("""{"id":"query","type":"complete"}""");
        (await socket.ReadToCloseAsync()).ShouldBe(1001);
        socket.CloseReason.ShouldBe("The schema has changed");
        using var again = await SocketClient.OpenAsync(Port);
        await again.SubscribeAsync("1", "{ added }");
        (await again.ReceiveAsync()).ShouldNotBeNull().ShouldContain("\"added\":1");
    }

    [Fact]
    public async Task Outside_Development_the_schema_stays_what_it_was_at_the_start()
    {
        await using var production = await StartAsync(Environments.Production);
        using var client = new HttpClient { BaseAddress = new Uri(production.Urls.Single()) };
        (await AskAsync(client, "{ hello }")).ShouldBe("""{"data":{"hello":"world"}}""");
        await File.WriteAllTextAsync(SchemaFile, Second);
        // The server in Development beside it has seen the change, so the other one had the time to.
        await Eventually.HoldsAsync(async () => await AskAsync("{ added }") == """{"data":{"added":1}}""");
        (await AskAsync(client, "{ added }")).ShouldContain("errors");
    }

    private async Task<WebApplication> StartAsync(string environment)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders().AddProvider(new LogLines(_log));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddGraphQLServer()
            .AddDocumentFromFile(SchemaFile)
            .ModifyOptions(o => o.StrictBinding = false)
            .UseDefaultResolver(ResolveAsync)
            .UseDefaultSourceStreamResolver(c => ValueTask.FromResult(SilenceAsync(c.RequestAborted)));
        var application = builder.Build();
        application.UseWebSockets();
        application.MapGraphQL();
        await application.StartAsync();
        return application;
    }

    private async ValueTask<object?> ResolveAsync(Oms.Engine.Execution.IResolverContext context)
    {
        switch (context.Field.Name)
        {
            case "added":
                return 1;
            case "slow":
                Interlocked.Increment(ref _openSources);
                await _goOn.Task;
                return "done";
            default:
                return "world";
        }
    }

    private async IAsyncEnumerable<object?> SilenceAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _openSources);
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            yield return 1;
        }
        finally
        {
            Interlocked.Decrement(ref _openSources);
        }
    }

    private Task<string> AskAsync(string query) => AskAsync(_client, query);

    private static async Task<string> AskAsync(HttpClient client, string query)
    {
        using var response = await client.PostAsync("/graphql", new StringContent(JsonSerializer.Serialize(new { query }), null, "application/json"));
        return await response.Content.ReadAsStringAsync();
    }
}
