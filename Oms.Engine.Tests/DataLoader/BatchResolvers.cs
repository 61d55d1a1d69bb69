using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Configuration;
using Oms.Engine.DataLoader;
using Oms.Engine.Response;
using Oms.Engine.Tests.Execution;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.DataLoader;

/// <summary>Resolvers that resolve a field of all parents at once.</summary>
public sealed class BatchResolvers
{
    private const string Sdl = """
        type Query { people(count: Int! = 3): [Person!]! late: [Person!]! }
        type Person { id: Int! greeting(with: String! = "hello"): String! friends: [Person!]! wrong: String short: String single: String broken: String }
        """;

    private readonly Calls calls = new();

    [Fact]
    public async Task A_list_is_resolved_by_one_call_in_its_order()
    {
        (await AskAsync("{ people { id greeting } }")).ShouldBe("""{"data":{"people":[{"id":1,"greeting":"hello 1"},{"id":2,"greeting":"hello 2"},{"id":3,"greeting":"hello 3"}]}}""");
        calls.All.ShouldBe(["greeting hello 1,2,3"]);
    }

    [Fact]
    public async Task Each_level_is_one_call_and_lists_of_lists_keep_their_places()
    {
        (await AskAsync("{ people(count: 2) { friends { friends { greeting } } } }")).ShouldBe(
            """{"data":{"people":[{"friends":[{"friends":[{"greeting":"hello 111"},{"greeting":"hello 112"}]},{"friends":[{"greeting":"hello 121"},{"greeting":"hello 122"}]}]},"""
            + """{"friends":[{"friends":[{"greeting":"hello 211"},{"greeting":"hello 212"}]},{"friends":[{"greeting":"hello 221"},{"greeting":"hello 222"}]}]}]}}""");
        calls.All.ShouldBe(["friends 1,2", "friends 11,12,21,22", "greeting hello 111,112,121,122,211,212,221,222"]);
    }

    [Fact]
    public async Task Each_place_of_the_operation_has_its_arguments_and_its_call()
    {
        (await AskAsync("query ($w: String!) { people(count: 2) { a: greeting(with: $w) greeting } }", """{"w":"bye"}"""))
            .ShouldBe("""{"data":{"people":[{"a":"bye 1","greeting":"hello 1"},{"a":"bye 2","greeting":"hello 2"}]}}""");
        calls.All.ShouldBe(["greeting bye 1,2", "greeting hello 1,2"]);
    }

    [Fact]
    public async Task It_goes_together_with_what_was_awaited_before()
    {
        (await AskAsync("{ late { greeting } people(count: 1) { greeting } }"))
            .ShouldBe("""{"data":{"late":[{"greeting":"hello 7"},{"greeting":"hello 8"}],"people":[{"greeting":"hello 1"}]}}""");
        calls.All.Order().ShouldBe(["greeting hello 1", "greeting hello 7,8"]);
    }

    [Fact]
    public async Task An_error_among_the_values_fails_one_and_an_exception_all()
    {
        var single = Requests.Read(await AskAsync("{ people { single } }"));
        single.GetProperty("data").ToString().ShouldBe("""{"people":[{"single":"1"},{"single":null},{"single":"3"}]}""");
        single.GetProperty("errors")[0].GetProperty("message").GetString().ShouldBe("not two");
        single.GetProperty("errors")[0].GetProperty("path").ToString().ShouldBe("""["people",1,"single"]""");
        Requests.Read(await AskAsync("{ people { broken } }")).GetProperty("errors").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task Too_few_results_are_nobodys()
    {
        var answer = await AskAsync("{ people { short } }");
        answer.ShouldStartWith("""{"data":{"people":[{"short":null},{"short":null},{"short":null}]}""");
        answer.ShouldContain("returned 1 results for 3 parents");
    }

    [Fact]
    public async Task What_takes_no_list_of_parents_or_returns_no_list_stops_the_start()
    {
        var builder = Requests.Server("type Query { a: Item } type Item { b: Int c: Int }").BindRuntimeType<Item>().AddResolver("Query", "a", () => new Item())
            .AddResolver("Item", "b", [BatchResolver] ([Parent] Item item) => new[] { 1 })
            .AddResolver("Item", "c", [BatchResolver] ([Parent] IReadOnlyList<Item> items) => 1);
        var refused = await Should.ThrowAsync<SchemaException>(async () => await builder.BuildRequestExecutorAsync());
        refused.Errors.Length.ShouldBe(2);
        refused.Errors[0].Message.ShouldContain("takes no [Parent] that is an IReadOnlyList<T> or an array");
        refused.Errors[1].Message.ShouldContain("returns no list");
    }

    private async Task<string> AskAsync(string document, string variables = "{}")
    {
        var services = new ServiceCollection();
        services.AddSingleton(calls);
        var builder = services.AddGraphQLServer().AddDocumentFromString(Sdl).BindRuntimeType<Someone>("Person")
            .AddTypeExtension(typeof(Roots)).AddTypeExtension(typeof(Resolvers))
            .AddResolver("Person", "wrong", () => "x")
            .ModifyRequestOptions(o => o.IncludeExceptionDetails = true);
        return await builder.AskAsync(document, variables);
    }

    private sealed record Item;

    private sealed record Someone(int Id);

    private sealed class Calls
    {
        public List<string> All { get; } = [];

        public void Add(string call, IEnumerable<Someone> parents) => All.Add($"{call} {string.Join(',', parents.Select(p => p.Id))}");
    }

    [ExtendObjectType("Query")]
    private static class Roots
    {
        public static IEnumerable<Someone> People(int count) => Enumerable.Range(1, count).Select(i => new Someone(i));

        public static async Task<Someone[]> LateAsync()
        {
            await Task.Delay(5);
            return [new(7), new(8)];
        }
    }

    [ExtendObjectType("Person")]
    private static class Resolvers
    {
        [BatchResolver]
        public static async Task<IReadOnlyList<string>> GreetingAsync([Parent] IReadOnlyList<Someone> people, string with, Calls calls, CancellationToken cancellationToken)
        {
            calls.Add($"greeting {with}", people);
            await Task.Delay(1, cancellationToken);
            return [.. people.Select(p => $"{with} {p.Id}")];
        }

        [BatchResolver]
        public static IReadOnlyList<Someone[]> Friends([Parent] Someone[] people, Calls calls)
        {
            calls.Add("friends", people);
            return [.. people.Select(p => new Someone[] { new((p.Id * 10) + 1), new((p.Id * 10) + 2) })];
        }

        [BatchResolver]
        public static string[] Short([Parent] IReadOnlyList<Someone> people) => [$"{people.Count}"];

        [BatchResolver]
        public static object[] Single([Parent] IReadOnlyList<Someone> people) => [.. people.Select(p => p.Id == 2 ? new GraphQLError("not two") : (object)$"{p.Id}")];

        [BatchResolver]
        public static string[] Broken([Parent] IReadOnlyList<Someone> people) => throw new InvalidOperationException($"{people.Count}");
    }
}
