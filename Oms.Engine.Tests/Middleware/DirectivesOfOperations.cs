using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Configuration;
using Oms.Engine.Language;
using Oms.Engine.Tests.Execution;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Middleware;

/// <summary>Directives that clients apply to fields, with a meaning of the server's own.</summary>
public sealed class DirectivesOfOperations
{
    private const string Sdl = """
        directive @upper on FIELD
        directive @repeat(times: Int! = 2, with: [String!]) repeatable on FIELD | FIELD_DEFINITION
        type Query { name: String! twice: String! @repeat node: Node! nodes: [Node!]! }
        interface Node { id: ID! }
        type User implements Node { id: ID! name: String! }
        """;

    [Fact]
    public async Task They_are_around_the_field_in_their_order_and_others_stay_as_they_are()
    {
        (await AskAsync("{ name @upper b: name c: name @repeat @upper d: name @repeat @repeat(times: 3) twice e: twice @upper }")).ShouldBe(
            """{"data":{"name":"ANN","b":"ann","c":"ANNANN","d":"annannannannannann","twice":"annann","e":"ANNANN"}}""");
    }

    [Fact]
    public async Task Their_arguments_may_be_variables_and_change_from_request_to_request()
    {
        var executor = await Server().BuildRequestExecutorAsync();
        const string Query = "query ($n: Int!, $s: String!, $absent: Int! = 2) { name @repeat(times: $n, with: [$s, \"!\"]) b: name @repeat(times: $absent) }";
        (await executor.AskAsync(Requests.Of(Query, """{"n":1,"s":"?"}"""))).ShouldBe("""{"data":{"name":"ann?!","b":"annann"}}""");
        (await executor.AskAsync(Requests.Of(Query, """{"n":3,"s":"","absent":1}"""))).ShouldBe("""{"data":{"name":"annannann!","b":"ann"}}""");
    }

    [Fact]
    public async Task They_reach_fields_behind_interfaces_and_in_fragments_and_merged_selections_apply_one_once()
    {
        (await AskAsync("{ node { ... on User { name @upper } } nodes { id ...F } name @upper ...G } fragment F on User { name @repeat name @repeat } fragment G on Query { name @upper }")).ShouldBe(
            """{"data":{"node":{"name":"ANN"},"nodes":[{"id":"1","name":"annannannann"},{"id":"2","name":"bobbobbobbob"}],"name":"ANN"}}""");
    }

    [Fact]
    public async Task Introspection_is_not_touched_and_what_is_unknown_is_still_refused()
    {
        (await AskAsync("{ __typename @upper __schema @upper { queryType @upper { name @upper } } }")).ShouldBe("""{"data":{"__typename":"Query","__schema":{"queryType":{"name":"Query"}}}}""");
        (await AskAsync("{ name @lower }")).ShouldContain("lower");
        (await AskAsync("{ name @repeat(times: \"x\") }")).ShouldContain("Int");
    }

    [Fact]
    public async Task They_work_in_parts_that_come_later()
    {
        var executor = await Server().ModifyOptions(o => o.EnableDefer = true).BuildRequestExecutorAsync();
        await using var stream = (Engine.Execution.ResponseStream)await executor.ExecuteAsync(
            Requests.Of("{ name ... @defer { late: name @upper } }"), TestContext.Current.CancellationToken);
        var parts = new List<string>();
        await foreach (var part in stream)
            await using (part)
                parts.Add(part.ToJson());
        string.Concat(parts).ShouldContain("\"late\":\"ANN\"");
    }

    private static Task<string> AskAsync(string document) => Server().AskAsync(document);

    private static IRequestExecutorBuilder Server() => Requests.Server(Sdl).BindRuntimeType<User>()
        .AddResolver("Query", "name", () => "ann").AddResolver("Query", "twice", () => "ann")
        .AddResolver("Query", "node", () => new User("1", "ann")).AddResolver("Query", "nodes", () => new[] { new User("1", "ann"), new User("2", "bob") })
        .AddDirectiveMiddleware("upper", (next, _) => async context =>
        {
            await next(context);
            context.Result = ((string)context.Result!).ToUpperInvariant();
        })
        .AddDirectiveMiddleware("repeat", (next, directive) => async context =>
        {
            await next(context);
            var times = int.Parse(((IntValueNode)directive.GetArgument("times")!).Value, System.Globalization.CultureInfo.InvariantCulture);
            var with = directive.GetArgument("with") is ListValueNode list ? string.Concat(list.Items.Select(i => ((StringValueNode)i).Value)) : "";
            context.Result = string.Concat(Enumerable.Repeat((string)context.Result!, times)) + with;
        });

    private sealed record User(string Id, string Name);
}
