using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.AspNetCore;
using Oms.Engine.DataLoader;
using Oms.Engine.Execution;
using Oms.Engine.Instrumentation;
using Oms.Engine.Response;
using Oms.Engine.Tests.AspNetCore;
using Oms.Engine.Tests.AspNetCore.Sockets;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Instrumentation;

/// <summary>What listeners and activities tell of HTTP requests, batches and WebSockets.</summary>
public sealed class ServerEvents
{
    [Fact]
    public async Task Each_HTTP_request_is_told_from_its_coming_to_its_answer()
    {
        await using var host = await GraphQLHost.StartAsync(null, graph => graph.AddDiagnosticEventListener<Notes>());
        (await host.PostAsync("""{"query":"{ hello }"}""")).Dispose();
        await HeardAsync(host, ["HttpPost", "parse", "parsed", "single { hello }", "format", "formatted", "end"]);
        (await host.GetAsync("?query={hello}")).Dispose();
        await HeardAsync(host, ["HttpGet", "single {hello}", "format", "formatted", "end"]);
        (await host.GetAsync("?sdl")).Dispose();
        await HeardAsync(host, ["HttpGetSchema", "end"]);
        (await host.PostAsync("""{"query":""")).Dispose();
        await HeardAsync(host, ["HttpPost", "parse", "parsed", "refused HC0009", "end"]);
        using var put = await host.Client.PutAsync("/graphql", null, TestContext.Current.CancellationToken);
        await HeardAsync(host, ["HttpPost", "refused HC0009", "end"]);
    }

    [Fact]
    public async Task A_request_with_files_is_told_as_such()
    {
        await using var host = await GraphQLHost.StartAsync(null, graph => graph.AddUploadType().AddDiagnosticEventListener<Notes>());
        using var form = new MultipartFormDataContent { { new StringContent("""{"query":"{ hello }"}"""), "operations" }, { new StringContent("{}"), "map" } };
        form.Headers.Add("GraphQL-Preflight", "1");
        (await host.Client.PostAsync("/graphql", form, TestContext.Current.CancellationToken)).Dispose();
        await HeardAsync(host, ["HttpMultiPart", "parse", "parsed", "single { hello }", "format", "formatted", "end"]);
    }

    [Fact]
    public async Task A_batch_is_told_with_its_numbers_and_each_answer_by_itself()
    {
        await using var host = await GraphQLHost.StartAsync(
            o => o.Batching = AllowedBatching.All, graph => graph.AddDiagnosticEventListener<Notes>());
        (await host.PostAsync("""[{"query":"{ hello }"},{"query":"query ($n: Int!) { twice(number: $n) }","variables":[{"n":1},{"n":2}]}]""")).Dispose();
        await HeardAsync(host, ["HttpPost", "parse", "parsed", "batch 2 3", "format", "formatted", "format", "formatted", "format", "formatted", "end"]);
    }

    [Fact]
    public async Task A_request_that_fails_by_a_fault_of_the_server_is_told_with_the_exception()
    {
        await using var host = await GraphQLHost.StartAsync(null, graph =>
        {
            graph.AddDiagnosticEventListener<Notes>();
            graph.Services.AddSingleton<IHttpRequestInterceptor>(new Faulty());
        });
        (await host.PostAsync("""{"query":"{ hello }"}""")).Dispose();
        await HeardAsync(host, ["HttpPost", "parse", "parsed", "failed broken", "end"]);
    }

    [Fact]
    public async Task A_WebSocket_is_told_and_also_when_it_is_lost()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Sockets.PeerTimeout = TimeSpan.FromSeconds(1), graph => graph.AddDiagnosticEventListener<Notes>());
        using (var client = await SocketClient.OpenAsync(host))
            await client.CloseAsync();
        await HeardAsync(host, ["socket", "socket end"]);
        using var silent = await SocketClient.OpenAsync(host);
        await HeardAsync(host, ["socket", "lost", "socket end"]);
    }

    [Fact]
    public async Task The_operations_of_a_batch_and_the_batches_of_loaders_are_activities_below_what_asked_for_them()
    {
        var activities = new ConcurrentQueue<Activity>();
        using var root = new ActivitySource("Oms.Engine.Tests.ServerEvents");
        using var listener = new ActivityListener
        {
            // The web server's own activity is what takes the trace over from the request.
            ShouldListenTo = source => source.Name is GraphQLTelemetry.Name or "Microsoft.AspNetCore" || source == root,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await SchemaHost.StartAsync("type Query { double(of: Int!): Int }", graph => graph
            .AddResolver("Query", "double", (int of, Doubles doubles) => doubles.LoadAsync(of))
            .AddDataLoader<Doubles>()
            .ModifyServerOptions(o => o.Batching = AllowedBatching.All)
            .AddInstrumentation());

        using var asking = root.StartActivity("asking")!;
        (await host.PostAsync("""[{"query":"{ a: double(of: 1) b: double(of: 2) }"},{"query":"{ double(of: 13) }"}]""", ("traceparent", asking.Id!))).Dispose();

        await Eventually.HoldsAsync(() => Own().Any(a => a.OperationName == "GraphQL Batch"));
        var batch = Own().Single(a => a.OperationName == "GraphQL Batch");
        batch.GetTagItem("graphql.batch.size").ShouldBe(2);
        var operations = Own().Where(a => a.OperationName == "GraphQL Operation").ToArray();
        operations.Select(o => o.ParentSpanId).ShouldBe([batch.SpanId, batch.SpanId]);
        var loads = Own().Where(a => a.OperationName == "GraphQL DataLoader Batch").ToArray();
        loads.Select(l => l.ParentSpanId).ShouldBe(operations.Select(o => o.SpanId));
        loads.Select(l => l.GetTagItem("graphql.dataloader.batch.size")).ShouldBe([2, 1]);
        loads.Select(l => l.GetTagItem("graphql.dataloader.name")).ShouldBe(["Doubles", "Doubles"]);
        loads.Select(l => l.Status).ShouldBe([ActivityStatusCode.Unset, ActivityStatusCode.Error]);

        IEnumerable<Activity> Own() => activities.Where(a => a.TraceId == asking.TraceId);
    }

    [Fact]
    public void What_is_no_listener_is_refused() => Should.Throw<ArgumentException>(() =>
        new ServiceCollection().AddGraphQLServer().AddDiagnosticEventListener<ServerEvents>()).Message.ShouldContain("no listener");

    private static async Task HeardAsync(GraphQLHost host, string[] expected)
    {
        var heard = ((Notes)host.Services.GetRequiredService<ServerDiagnosticEventListener>()).Heard;
        // The client may have its answer before the server has ended the request.
        await Eventually.HoldsAsync(() => heard.LastOrDefault()?.EndsWith("end", StringComparison.Ordinal) == true);
        heard.ShouldBe(expected);
        heard.Clear();
    }

    private sealed class Faulty : IHttpRequestInterceptor
    {
        public ValueTask OnCreateAsync(HttpContext context, IDictionary<string, object?> state, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("broken");
    }

    private sealed class Doubles(IBatchScheduler scheduler) : BatchDataLoader<int, int?>(scheduler, null)
    {
        protected override Task<IReadOnlyDictionary<int, int?>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            keys.Contains(13)
                ? throw new InvalidOperationException("unlucky")
                : Task.FromResult<IReadOnlyDictionary<int, int?>>(keys.ToDictionary(key => key, key => (int?)(2 * key)));
    }

    private sealed class Notes : ServerDiagnosticEventListener
    {
        public ConcurrentQueue<string> Heard { get; } = new();

        public override IDisposable ExecuteHttpRequest(HttpContext context, HttpRequestKind kind) => Begin(kind.ToString(), "end");

        public override IDisposable ParseHttpRequest(HttpContext context) => Begin("parse", "parsed");

        public override void StartSingleRequest(HttpContext context, OperationRequest request) =>
            Heard.Enqueue("single " + System.Text.Encoding.UTF8.GetString(request.Document.Span));

        public override void StartBatchRequest(HttpContext context, int requests, int operations) => Heard.Enqueue($"batch {requests} {operations}");

        public override IDisposable FormatHttpResponse(HttpContext context, IExecutionResult result) => Begin("format", "formatted");

        public override void HttpRequestError(HttpContext context, GraphQLError error) => Heard.Enqueue("refused " + error.Code);

        public override void HttpRequestError(HttpContext context, Exception exception) => Heard.Enqueue("failed " + exception.Message);

        public override IDisposable WebSocketSession(HttpContext context) => Begin("socket", "socket end");

        public override void WebSocketSessionError(HttpContext context, Exception exception) => Heard.Enqueue("lost");

        private End Begin(string begin, string end)
        {
            Heard.Enqueue(begin);
            return new End(Heard, end);
        }

        private sealed class End(ConcurrentQueue<string> heard, string end) : IDisposable
        {
            public void Dispose() => heard.Enqueue(end);
        }
    }
}
