using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Authorization;
using Oms.Engine.Execution;
using Oms.Engine.Tests.Execution;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Attack;

/// <summary>A protected type is protected on every way that leads to it, not only where somebody thought of it.</summary>
public sealed class Protected_types_by_every_route
{
    private const string Sdl = """
        interface Node { id: ID! }
        type Secret implements Node @authorize { id: ID! value: String }
        type Open implements Node { id: ID! secret: Secret secrets: [Secret] other: Open node: Node any: Any }
        union Any = Secret | Open
        type Query { open: Open secret: Secret secrets: [Secret] node(id: ID!): Node nodes(ids: [ID!]!): [Node] any: Any }
        type Mutation { change: ChangePayload }
        type ChangePayload { secret: Secret node: Node }
        type Subscription { changed: ChangePayload }
        """;

    [Theory]
    [InlineData("{ secret { value } }")]
    [InlineData("{ secrets { value } }")]
    [InlineData("{ open { secret { value } } }")]
    [InlineData("{ open { other { other { secrets { value } } } } }")]
    [InlineData("{ node(id: 1) { ... on Secret { value } } }")]
    [InlineData("{ node(id: 1) { __typename ... on Node { ... on Secret { value } } } }")]
    [InlineData("{ nodes(ids: [1, 2]) { ... on Secret { value } } }")]
    [InlineData("{ any { ... on Secret { value } } }")]
    [InlineData("{ any { ... on Node { ... on Secret { value } } } }")]
    [InlineData("{ open { node { ...F } any { ...F } } } fragment F on Secret { value }")]
    [InlineData("{ a: secret { __typename: value } b: secret { c: value } }")]
    [InlineData("query ($yes: Boolean = true) { secret { value @include(if: $yes) value @skip(if: $yes) } }")]
    [InlineData("{ open { ... @defer { secret { value } } } }")]
    [InlineData("{ open { ... @defer { other { ... @defer { node { ... on Secret { value } } } } } } }")]
    [InlineData("{ secrets @stream { value } }")]
    [InlineData("mutation { change { secret { value } } }")]
    [InlineData("mutation { change { node { ... on Secret { value } } } }")]
    [InlineData("subscription { changed { secret { value } } }")]
    [InlineData("subscription { changed { node { ... on Secret { value } } } }")]
    public async Task Nothing_of_it_is_told_to_who_may_not_see_it_and_all_of_it_to_who_may(string document)
    {
        var executor = await ExecutorAsync();
        var refused = await AskAsync(executor, document, null);
        refused.ShouldNotContain("hidden");
        refused.ShouldContain("AUTH_NOT_AUTHENTICATED");
        (await AskAsync(executor, document, Requests.Ann)).ShouldContain("hidden");
    }

    [Theory]
    [InlineData("{ secret { value @skip(if: true) __typename } }")]
    [InlineData("query ($no: Boolean = false) { open { secret @include(if: $no) { value } __typename } }")]
    public async Task What_is_left_out_is_neither_decided_nor_named(string document)
    {
        var asked = new CountedAuthorization();
        var answer = await AskAsync(await ExecutorAsync(asked), document, null);
        answer.ShouldNotContain("AUTH_");
        answer.ShouldNotContain("value");
        asked.Times.ShouldBe(0);
    }

    private static ValueTask<IRequestExecutor> ExecutorAsync(CountedAuthorization? handler = null)
    {
        var builder = Requests.Server(Sdl)
            .ModifyOptions(o => (o.StrictBinding, o.EnableDefer, o.EnableStream) = (false, true, true))
            .UseDefaultResolver(c => ValueTask.FromResult(Resolve(c.Field.Name)))
            .UseTypeResolver((_, _) => "Secret")
            .UseDefaultSourceStreamResolver(_ => ValueTask.FromResult(EventsAsync()));
        builder.Services.AddSingleton<IAuthorizationHandler>(handler ?? new CountedAuthorization());
        return builder.BuildRequestExecutorAsync();
    }

    private static object? Resolve(string field) => field switch
    {
        "value" => "hidden",
        "id" => "1",
        "secrets" or "nodes" => new[] { new object(), new object() },
        _ => new object(),
    };

    private static async IAsyncEnumerable<object?> EventsAsync()
    {
        await Task.Yield();
        yield return new object();
    }

    private static async Task<string> AskAsync(IRequestExecutor executor, string document, ClaimsPrincipal? user)
    {
        var request = new OperationRequest { Document = Encoding.UTF8.GetBytes(document), User = user, AcceptsIncrementalDelivery = true };
        await using var result = await executor.ExecuteAsync(request);
        if (result is OperationResult single)
            return single.ToJson();
        var told = new StringBuilder();
        await foreach (var part in (ResponseStream)result)
            await using (part)
                told.AppendLine(part.ToJson());
        return told.ToString();
    }
}
