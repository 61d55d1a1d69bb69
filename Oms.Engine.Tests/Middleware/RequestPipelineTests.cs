using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.AspNetCore;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Language;
using Oms.Engine.Middleware;
using Oms.Engine.Response;
using Oms.Engine.Tests.AspNetCore;
using Oms.Engine.Tests.AspNetCore.Sockets;
using Oms.Engine.Tests.Execution;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Middleware;

/// <summary>What middleware around requests sees and does, on every transport.</summary>
public sealed class RequestPipelineTests
{
    private const string Sdl = "type Query { hello(to: String = \"all\"): String! boom: String } type Mutation { touch: Int } type Subscription { tick: Int }";

    [Fact]
    public async Task The_first_is_the_outermost_and_sees_the_operation_its_variables_and_the_user()
    {
        var seen = new List<string>();
        var builder = Server()
            .UseRequest(next => async context =>
            {
                seen.Add($"1 {context.Operation.Operation} {context.Operation.Name?.Value} {context.Document.Definitions.Length} {string.Join(',', context.Variables)} {context.User.Identity!.Name}");
                context.Result.ShouldBeNull();
                await next(context);
                seen.Add($"1 {((OperationResult)context.Result!).ToJson()}");
            })
            .UseRequest(next => async context =>
            {
                seen.Add("2");
                await next(context);
                seen.Add("2 done");
            });
        await builder.AskAsync("query Ask($to: String, $on: Boolean! = false, $none: String) { hello(to: $to) x: hello(to: $none) @include(if: $on) ...F } fragment F on Query { boom }", """{"to":"bob"}""", Requests.Ann);
        seen.ShouldBe(["1 Query Ask 2 [to, bob],[on, False] ann", "2", "2 done", """1 {"data":{"hello":"bob","boom":null}}"""]);
    }

    [Fact]
    public async Task One_that_does_not_call_the_next_answers_by_itself()
    {
        var builder = Server().UseRequest(_ => context =>
        {
            context.Result = OperationResult.FromData(new Dictionary<string, object?> { ["hello"] = "kept" }, new GraphQLError("stale"));
            return ValueTask.CompletedTask;
        });
        (await builder.AskAsync("{ hello }")).ShouldBe("""{"data":{"hello":"kept"},"errors":[{"message":"stale"}]}""");
    }

    [Fact]
    public async Task A_GraphQLException_refuses_the_request_and_passes_the_error_filters()
    {
        var builder = Server().AddErrorFilter(e => e with { Message = e.Message + "!" })
            .UseRequest(next => async context =>
            {
                if (context.Operation.Operation == OperationType.Mutation)
                    throw new GraphQLException(new GraphQLError("closed") { Code = "CLOSED" });
                await next(context);
            });
        (await builder.AskAsync("mutation { touch }")).ShouldBe("""{"errors":[{"message":"closed!","extensions":{"code":"CLOSED"}}]}""");
        (await builder.AskAsync("{ hello }")).ShouldBe("""{"data":{"hello":"all"}}""");
    }

    [Theory]
    [InlineData("{ hello }", """{"data":{"hello":"all"},"errors":[{"message":"added"}]}""")]
    [InlineData("{ boom }", """{"data":{"boom":null},"errors":[{"message":"boom","locations":[{"line":1,"column":3}],"path":["boom"]},{"message":"added"}]}""")]
    public async Task Errors_are_added_to_those_that_are_there(string document, string answer)
    {
        var builder = Server().AddResolver("Query", "boom", string () => throw new GraphQLException("boom")).UseRequest(next => async context =>
        {
            await next(context);
            context.Result = ((OperationResult)context.Result!).WithErrors(new GraphQLError("added"));
        });
        (await builder.AskAsync(document)).ShouldBe(answer);
    }

    [Fact]
    public async Task Errors_are_added_where_the_response_also_reports_its_cost()
    {
        var executor = await Server().UseRequest(next => async context =>
        {
            await next(context);
            context.Result = ((OperationResult)context.Result!).WithErrors(new GraphQLError("one")).WithErrors(new GraphQLError("two"));
        }).BuildRequestExecutorAsync();
        await using var result = (OperationResult)await executor.ExecuteAsync(
            new OperationRequest { Document = "{ hello }"u8.ToArray(), CostReporting = Oms.Engine.CostAnalysis.CostReporting.Report }, TestContext.Current.CancellationToken);
        var json = Requests.Read(result.ToJson());
        json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("message").GetString()).ShouldBe(["one", "two"]);
        json.GetProperty("extensions").TryGetProperty("operationCost", out _).ShouldBeTrue();
        result.ErrorCount.ShouldBe(2);
    }

    [Fact]
    public async Task State_it_leaves_is_seen_by_resolvers()
    {
        var builder = Server().AddResolver("Query", "boom", ([GlobalState] string tenant) => tenant).UseRequest(next => context =>
        {
            context.ContextData["tenant"] = "blue";
            return next(context);
        });
        (await builder.AskAsync("{ boom }")).ShouldBe("""{"data":{"boom":"blue"}}""");
    }

    [Fact]
    public async Task What_can_not_be_executed_does_not_reach_it()
    {
        var calls = 0;
        var builder = Server().UseRequest(next => context =>
        {
            calls++;
            return next(context);
        });
        var executor = await builder.BuildRequestExecutorAsync();
        foreach (var document in new[] { "{", "{ missing }", "query ($v: Int!) { hello }" })
            (await executor.AskAsync(Requests.Of(document))).ShouldStartWith("{\"errors\"");
        calls.ShouldBe(0);
        await executor.AskAsync(Requests.Of("{ hello }"));
        calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_class_takes_the_next_one_and_services_and_serves_all_requests()
    {
        var builder = Server().UseRequest<Counting>();
        builder.Services.AddSingleton<Counter>();
        var executor = await builder.BuildRequestExecutorAsync();
        (await executor.AskAsync(Requests.Of("{ hello }"))).ShouldBe("""{"data":{"hello":"all"},"errors":[{"message":"1"}]}""");
        (await executor.AskAsync(Requests.Of("{ hello }"))).ShouldBe("""{"data":{"hello":"all"},"errors":[{"message":"2"}]}""");
        Should.Throw<ArgumentException>(() => Server().UseRequest<Counter>()).Message.ShouldContain("InvokeAsync");
    }

    [Fact]
    public async Task One_that_leaves_no_answer_is_a_fault_of_the_server()
    {
        var executor = await Server().UseRequest(_ => _ => ValueTask.CompletedTask).BuildRequestExecutorAsync();
        (await Should.ThrowAsync<InvalidOperationException>(async () => await executor.AskAsync(Requests.Of("{ hello }")))).Message.ShouldContain("nor set a result");
    }

    [Fact]
    public async Task Each_operation_of_HTTP_a_batch_an_event_stream_and_a_socket_goes_through_it()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Batching = AllowedBatching.All, graph => graph.UseRequest(next => async context =>
        {
            await next(context);
            if (context.Result is OperationResult result)
                context.Result = result.WithErrors(new GraphQLError(context.User.Identity?.Name ?? "nobody"));
            else
                throw new GraphQLException("no streams");
        }));
        await AnswersAsync(host.PostAsync("""{"query":"{ hello }"}""", null, ("x-user", "ann")), """{"data":{"hello":"hello world"},"errors":[{"message":"ann"}]}""");
        await AnswersAsync(host.PostAsync("""[{"query":"{ twice(number: 1) }"},{"query":"query ($n: Int!) { twice(number: $n) }","variables":[{"n":2}]}]"""), "nobody", "nobody");
        await AnswersAsync(host.PostAsync("""{"query":"subscription { count(to: 2) }"}""", "text/event-stream"), "no streams");
        using var socket = await SocketClient.OpenAsync(host);
        await socket.SubscribeAsync("1", "{ hello }");
        (await socket.ReceiveAsync()).ShouldNotBeNull().ShouldContain("nobody");
    }

    private static async Task AnswersAsync(Task<HttpResponseMessage> sent, params string[] parts)
    {
        using var response = await sent;
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var at = 0;
        foreach (var part in parts)
        {
            at = text.IndexOf(part, at, StringComparison.Ordinal);
            at.ShouldBeGreaterThanOrEqualTo(0, text);
            at += part.Length;
        }
    }

    private static IRequestExecutorBuilder Server() => Requests.Server(Sdl)
        .AddResolver("Query", "hello", (string? to) => to).AddResolver("Query", "boom", string? () => null)
        .AddResolver("Mutation", "touch", () => 1).AddResolver("Subscription", "tick", () => 1);

    private sealed class Counter
    {
        public int Count { get; set; }
    }

    private sealed class Counting(RequestDelegate next, Counter counter)
    {
        public async ValueTask InvokeAsync(IRequestContext context)
        {
            await next(context);
            context.Result = ((OperationResult)context.Result!).WithErrors(new GraphQLError($"{++counter.Count}"));
        }
    }
}
