using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Execution;

public sealed class Order
{
    [Fact]
    public async Task Fields_of_a_query_are_resolved_in_parallel()
    {
        using var both = new Barrier(2);
        async Task<int> Meet()
        {
            await Task.Yield();
            return both.SignalAndWait(TimeSpan.FromSeconds(20)) ? 1 : throw new TimeoutException();
        }

        var answer = await Requests.Server("type Query { a: Int! b: Int! }").AddResolver("Query", "a", Meet).AddResolver("Query", "b", Meet).AskAsync("{ a b }");
        answer.ShouldBe("""{"data":{"a":1,"b":1}}""");
    }

    [Fact]
    public async Task Fields_of_a_mutation_are_resolved_one_after_the_other()
    {
        var running = 0;
        var order = new List<string>();
        async Task<int> Step(string name)
        {
            Interlocked.Increment(ref running).ShouldBe(1);
            order.Add(name);
            await Task.Delay(5);
            Interlocked.Decrement(ref running);
            return order.Count;
        }

        var answer = await Requests.Server("type Query { q: Int } type Mutation { step(name: String!): Int! }")
            .AddResolver("Query", "q", () => 1).AddResolver("Mutation", "step", Step)
            .AskAsync("mutation { c: step(name: \"c\") a: step(name: \"a\") b: step(name: \"b\") }");
        answer.ShouldBe("""{"data":{"c":1,"a":2,"b":3}}""");
        order.ShouldBe(["c", "a", "b"]);
    }

    [Fact]
    public async Task A_field_stands_where_its_first_selection_that_is_there_stands()
    {
        var builder = Requests.Server("type Query { a: Int! b: Int! }").AddResolver("Query", "a", () => 1).AddResolver("Query", "b", () => 2);
        var executor = await builder.BuildRequestExecutorAsync();
        const string document = "query($x: Boolean!) { a @skip(if: $x) b a }";
        (await executor.AskAsync(Requests.Of(document, """{"x":true}"""))).ShouldBe("""{"data":{"b":2,"a":1}}""");
        (await executor.AskAsync(Requests.Of(document, """{"x":false}"""))).ShouldBe("""{"data":{"a":1,"b":2}}""");
    }

    [Fact]
    public async Task Forty_conditions_are_more_than_are_kept_and_still_right()
    {
        var names = Enumerable.Range(0, 40).Select(i => $"v{i}").ToArray();
        var executor = await Requests.Server("type Query { a: Int! }").AddResolver("Query", "a", () => 1).BuildRequestExecutorAsync();
        var document = $"query({string.Join(' ', names.Select(n => $"${n}: Boolean!"))}) {{ {string.Join(' ', names.Select(n => $"{n}: a @include(if: ${n})"))} }}";
        for (var shown = 0; shown < 40; shown++)
        {
            var variables = $"{{{string.Join(',', names.Select((n, i) => $"\"{n}\":{(i == shown ? "true" : "false")}"))}}}";
            (await executor.AskAsync(Requests.Of(document, variables))).ShouldBe($"{{\"data\":{{\"v{shown}\":1}}}}");
        }
    }
}
