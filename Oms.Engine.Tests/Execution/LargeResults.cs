using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Validation;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Execution;

public sealed class LargeResults
{
    [Theory]
    [InlineData(150, 200)]
    [InlineData(10_000, 200)]
    [InlineData(200_000, 200)]
    [InlineData(10_000, 20_000)]
    [InlineData(200_000, 1_000_000)]
    public async Task A_deep_operation_is_answered_or_refused_and_never_ends_the_process(int depth, int allowed)
    {
        var document = new StringBuilder().Insert(0, "{ next ", depth).Append("{ id }").Append('}', depth).ToString();
        var builder = Requests.Server("type Query { id: Int! next: Query! }").AddResolver("Query", "id", () => 1).AddResolver("Query", "next", () => new object());
        var answer = await builder
            .ModifyParserOptions(o => o with { MaxAllowedDepth = allowed, MaxAllowedFields = int.MaxValue })
            .ModifyValidationOptions(_ => ValidationOptions.Unlimited)
            .AskAsync(document);
        // What a raised limit lets in is answered where the stack suffices for it.
        if (depth < allowed)
            answer.ShouldMatch("^{\"(data|errors)\":");
        else
            answer.ShouldStartWith("""{"errors":[{"message":""");
        if (depth == 150)
            answer.ShouldStartWith("""{"data":{"next":{"next":""");
    }

    [Fact]
    public async Task A_list_of_a_million_is_written_item_by_item()
    {
        await using var result = (Engine.Execution.OperationResult)await (await Requests.Server("type Item { i: Int! } type Query { items: [Item!]! }")
            .BindRuntimeType<Item>().AddResolver("Query", "items", () => Enumerable.Range(0, 1_000_000).Select(i => new Item(i)))
            .BuildRequestExecutorAsync()).ExecuteAsync(Requests.Of("{ items { i } }"), TestContext.Current.CancellationToken);
        result.ErrorCount.ShouldBe(0);
        result.Length.ShouldBe("{\"data\":{\"items\":[]}}".Length + Enumerable.Range(0, 1_000_000).Sum(i => $"{{\"i\":{i}}},".Length) - 1);
    }

    private sealed record Item(int I);
}
