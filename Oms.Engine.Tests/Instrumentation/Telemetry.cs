using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.DataLoader;
using Oms.Engine.Execution;
using Oms.Engine.Instrumentation;
using Oms.Engine.Response;
using Oms.Engine.Tests.AspNetCore;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Instrumentation;

/// <summary>What activities, metrics and listeners hear of requests that come through the door.</summary>
public sealed class Telemetry
{
    private const string Sdl = "type Query { hello: String fail: String }";

    [Fact]
    public async Task Each_request_is_an_activity_with_the_attributes_of_the_semantic_conventions()
    {
        var (activities, mark) = (new ConcurrentQueue<Activity>(), $"Mark{Guid.NewGuid():N}");
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GraphQLTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await StartAsync(graph => graph.AddInstrumentation(o => o.IncludeDocument = true));
        await host.AskAsync($"query {mark} {{ hello }}");
        await host.AskAsync($"query {mark} {{ fail }}");
        await host.AskAsync($"query {mark} {{ unknown }}");
        var own = activities.Where(activity => ((string?)activity.GetTagItem("graphql.document"))?.Contains(mark, StringComparison.Ordinal) == true).ToArray();
        own.Length.ShouldBe(3);
        own[0].DisplayName.ShouldBe("query");
        own[0].Kind.ShouldBe(ActivityKind.Server);
        own[0].GetTagItem("graphql.operation.type").ShouldBe("query");
        own[0].GetTagItem("graphql.operation.name").ShouldBe(mark);
        own[0].GetTagItem("graphql.errors.count").ShouldBeNull();
        own[1].GetTagItem("graphql.errors.count").ShouldBe(1);
        own[1].Status.ShouldBe(ActivityStatusCode.Unset);
        own[2].GetTagItem("error.type").ShouldBe("HC0016");
        own[2].Status.ShouldBe(ActivityStatusCode.Error);
    }

    [Fact]
    public async Task The_duration_is_measured_by_kind_and_error()
    {
        var seen = new ConcurrentQueue<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "graphql.server.request.duration")
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) =>
        {
            if (value > 0)
                seen.Enqueue(string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")));
        });
        listener.Start();
        await using var host = await StartAsync(graph => graph.AddInstrumentation());
        await host.AskAsync("{ hello }");
        await host.AskAsync("{ hello");
        seen.ShouldContain("graphql.operation.type=query");
        seen.ShouldContain("graphql.operation.type=none error.type=HC0014");
    }

    [Fact]
    public async Task Listeners_hear_what_became_of_each_request()
    {
        await using var host = await StartAsync(graph => graph.AddDiagnosticEventListener<Notes>());
        await host.AskAsync("{ hello }");
        await host.AskAsync("{ hello");
        await host.AskAsync("{ unknown }");
        await host.AskAsync("{ fail }");
        await host.AskAsync("query A { hello } query B { hello }");
        ((Notes)host.Services.GetRequiredService<ExecutionDiagnosticEventListener>()).Heard.ShouldBe(
        [
            "begin", "end", "begin", "syntax", "end", "begin", "validation 1", "end", "begin", "resolver a secret", "end", "begin", "request", "end",
        ]);
    }

    [Fact]
    public async Task A_document_is_parsed_and_validated_once_and_each_resolver_and_batch_has_a_scope()
    {
        await using var host = await SchemaHost.StartAsync("type Query { double(of: Int!): Int name: String }", graph => graph
            .AddResolver("Query", "double", (int of, Doubles doubles) => doubles.LoadAsync(of))
            .AddResolver("Query", "name", () => "n")
            .AddDataLoader<Doubles>()
            .AddDiagnosticEventListener<Steps>()
            .AddDiagnosticEventListener<BatchSteps>());
        var steps = (Steps)host.Services.GetRequiredService<ExecutionDiagnosticEventListener>();
        var batches = (BatchSteps)host.Services.GetRequiredService<DataLoaderDiagnosticEventListener>();

        await host.AskAsync("{ a: double(of: 1) b: double(of: 2) name }");
        steps.Heard.ShouldBe(["parse", "parsed", "validate", "validated", "a", "b", "name", "resolved", "resolved", "resolved"], ignoreOrder: true);
        steps.Heard.Take(4).ShouldBe(["parse", "parsed", "validate", "validated"]);
        batches.Heard.ShouldBe(["fetch 1,2", "fetched"]);

        await host.AskAsync("{ a: double(of: 1) b: double(of: 2) name }");
        steps.Heard.Count(step => step == "parse").ShouldBe(1);
        steps.Heard.Count(step => step == "a").ShouldBe(2);
        await host.AskAsync("{ double(of: 13) }");
        batches.Heard.TakeLast(3).ShouldBe(["fetch 13", "error unlucky", "fetched"]);
    }

    [Fact]
    public async Task Without_a_listener_that_asks_for_it_nothing_stands_before_a_resolver()
    {
        await using var host = await StartAsync(graph => graph.AddDiagnosticEventListener<Notes>());
        var schema = host.Services.GetRequiredService<IRequestExecutor>().Schema;
        var setup = host.Services.GetRequiredService<Oms.Engine.Configuration.SchemaSetup>();
        var binding = Oms.Engine.Binding.SchemaBinder.Bind(schema, setup, host.Services);
        var type = schema.QueryType;
        var resolver = binding.BindingOf(type, type.Fields.First(f => f.Name == "hello"))!;
        ((Delegate?)resolver.Sync ?? resolver.Async)!.Target.ShouldNotBeNull().GetType().FullName!.ShouldNotContain(nameof(HeardResolvers));
    }

    private static Task<SchemaHost> StartAsync(Action<Oms.Engine.Configuration.IRequestExecutorBuilder> configure) => SchemaHost.StartAsync(
        Sdl,
        graph => configure(graph.AddResolver("Query", "hello", () => "hi").AddResolver("Query", "fail", string () => throw new InvalidOperationException("a secret"))));

    private sealed class Doubles(IBatchScheduler scheduler) : BatchDataLoader<int, int?>(scheduler, null)
    {
        protected override Task<IReadOnlyDictionary<int, int?>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            keys.Contains(13)
                ? throw new InvalidOperationException("unlucky")
                : Task.FromResult<IReadOnlyDictionary<int, int?>>(keys.ToDictionary(key => key, key => (int?)(2 * key)));
    }

    private sealed class Steps : ExecutionDiagnosticEventListener
    {
        public ConcurrentQueue<string> Heard { get; } = new();

        public override bool EnableResolveFieldValue => true;

        public override IDisposable ParseDocument(ReadOnlyMemory<byte> document) => new Step(Heard, "parse", "parsed");

        public override IDisposable ValidateDocument(ReadOnlyMemory<byte> document) => new Step(Heard, "validate", "validated");

        public override IDisposable ResolveFieldValue(IResolverContext context) => new Step(Heard, context.ResponseName, "resolved");
    }

    private sealed class BatchSteps : DataLoaderDiagnosticEventListener
    {
        public ConcurrentQueue<string> Heard { get; } = new();

        public override IDisposable ExecuteBatch<TKey, TValue>(IDataLoader<TKey, TValue> dataLoader, IReadOnlyList<TKey> keys) =>
            new Step(Heard, $"fetch {string.Join(',', keys)}", "fetched");

        public override void BatchError<TKey, TValue>(IDataLoader<TKey, TValue> dataLoader, IReadOnlyList<TKey> keys, Exception error) =>
            Heard.Enqueue("error " + error.Message);
    }

    private sealed class Step : IDisposable
    {
        private readonly ConcurrentQueue<string> _heard;
        private readonly string _end;

        public Step(ConcurrentQueue<string> heard, string begin, string end)
        {
            (_heard, _end) = (heard, end);
            heard.Enqueue(begin);
        }

        public void Dispose() => _heard.Enqueue(_end);
    }

    private sealed class Notes : ExecutionDiagnosticEventListener
    {
        public ConcurrentQueue<string> Heard { get; } = new();

        public override IDisposable ExecuteRequest(OperationRequest request)
        {
            Heard.Enqueue("begin");
            return new End(Heard);
        }

        public override void SyntaxError(OperationRequest request, GraphQLError error) => Heard.Enqueue("syntax");

        public override void ValidationErrors(OperationRequest request, IReadOnlyList<GraphQLError> errors) => Heard.Enqueue($"validation {errors.Count}");

        public override void RequestErrors(OperationRequest request, IReadOnlyList<GraphQLError> errors) => Heard.Enqueue("request");

        public override void ResolverErrors(OperationRequest request, IReadOnlyList<GraphQLError> errors) => Heard.Enqueue("resolver " + errors[0].Exception?.Message);

        private sealed class End(ConcurrentQueue<string> heard) : IDisposable
        {
            public void Dispose() => heard.Enqueue("end");
        }
    }
}
