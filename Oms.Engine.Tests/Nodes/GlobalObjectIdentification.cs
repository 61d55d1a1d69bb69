using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Configuration;
using Oms.Engine.Nodes;
using Oms.Engine.Tests.Execution;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Nodes;

/// <summary><c>node</c> and <c>nodes</c>, and the ids they take (GraphQL global object identification).</summary>
public sealed class GlobalObjectIdentification
{
    [Fact]
    public async Task The_schema_gets_what_it_has_not()
    {
        var printed = SchemaPrinter.Print((await Zoo.Server().BuildRequestExecutorAsync()).Schema);
        printed.ShouldContain("interface Node {");
        printed.ShouldContain("): Node\n");
        printed.ShouldContain("): [Node]!\n");
        SchemaPrinter.Print((await Zoo.Server(o => o.AddNodesField = false).BuildRequestExecutorAsync()).Schema).ShouldNotContain("[Node]!");
        var own = await Requests.Server("schema { query: Root } type Root { node(id: ID!, hint: String): Node } interface Node { id: ID! at: Int } type T implements Node { id: ID! at: Int }")
            .AddGlobalObjectIdentification().BindRuntimeType<Own>("T").BuildRequestExecutorAsync();
        var kept = SchemaPrinter.Print(own.Schema);
        kept.ShouldContain("hint: String");
        kept.ShouldContain("  at: Int\n");
        kept.ShouldContain("): [Node]!\n");
        (await own.AskAsync(Requests.Of($"{{ node(id: \"{Zoo.Id("T", 7L)}\") {{ id at }} }}"))).ShouldBe($$$$"""{"data":{"node":{"id":"{{{{Zoo.Id("T", 7L)}}}}","at":8}}}""");
    }

    [Fact]
    public async Task An_object_is_fetched_by_the_id_it_says_it_has()
    {
        var executor = await Zoo.Server().BuildRequestExecutorAsync();
        var id = Requests.Read(await executor.AskAsync(Requests.Of($"{{ animal(id: \"{Zoo.Id("Animal", 1)}\") {{ id }} }}"))).GetProperty("data").GetProperty("animal").GetProperty("id").GetString()!;
        id.ShouldBe(Zoo.Id("Animal", 1));
        (await executor.AskAsync(Requests.Of("query ($id: ID!) { node(id: $id) { id __typename ... on Animal { name keeper friends } } }", $$"""{"id":"{{id}}"}""")))
            .ShouldBe($$$$"""{"data":{"node":{"id":"{{{{id}}}}","__typename":"Animal","name":"animal 1","keeper":"{{{{Zoo.Id("Keeper", "ann")}}}}","friends":["{{{{Zoo.Id("Animal", 2)}}}}","{{{{Zoo.Id("Animal", 3)}}}}"]}}}""");
        (await executor.AskAsync(Requests.Of($"{{ node(id: \"{Zoo.Id("Keeper", "ann")}\") {{ ... on Keeper {{ name }} }} none: node(id: \"{Zoo.Id("Animal", 0)}\") {{ id }} }}")))
            .ShouldBe("""{"data":{"node":{"name":"ANN"},"none":null}}""");
    }

    [Fact]
    public async Task Several_are_fetched_in_order_each_once_and_what_fails_fails_alone()
    {
        var builder = Zoo.Server();
        string[] ids = [Zoo.Id("Animal", 2), Zoo.Id("Keeper", "ann"), Zoo.Id("Animal", 2), "nonsense", Zoo.Id("Animal", -1), Zoo.Id("Animal", 0)];
        await using var provider = builder.Services.BuildServiceProvider();
        var answer = Requests.Read(await provider.GetRequiredService<Oms.Engine.Execution.IRequestExecutor>().AskAsync(Requests.Of(
            $"{{ nodes(ids: [{string.Join(", ", ids.Select(i => $"\"{i}\""))}]) {{ id }} }}")));
        answer.GetProperty("data").GetProperty("nodes").ToString().ShouldBe($$"""[{"id":"{{ids[0]}}"},{"id":"{{ids[1]}}"},{"id":"{{ids[0]}}"},null,null,null]""");
        var errors = answer.GetProperty("errors").EnumerateArray().ToArray();
        errors.Select(e => e.GetProperty("path").ToString()).ShouldBe(["[\"nodes\",3]", "[\"nodes\",4]"]);
        errors[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("INVALID_ID");
        errors[1].ToString().ShouldNotContain("secret");
        provider.GetRequiredService<Zoo.Log>().Order().ShouldBe(["animal -1", "animal 0", "animal 2", "keeper ann"]);
    }

    [Fact]
    public async Task More_than_fifty_are_refused_before_one_is_fetched()
    {
        var executor = await Zoo.Server().ModifyCostOptions(o => o.EnforceCostLimits = false).BuildRequestExecutorAsync();
        string Ask(int count) => $"{{ nodes(ids: [{string.Join(", ", Enumerable.Range(1, count).Select(i => $"\"{Zoo.Id("Animal", i)}\""))}]) {{ id }} }}";
        (await executor.AskAsync(Requests.Of(Ask(50)))).ShouldNotContain("errors");
        var error = Requests.Read(await executor.AskAsync(Requests.Of(Ask(51)))).GetProperty("errors")[0];
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("HC0076");
        error.GetProperty("message").GetString().ShouldBe("`ids` may hold at most 50 ids, and holds 51; ask in several requests.");
    }

    [Theory]
    [InlineData("{ node(id: \"x\") { id } }", "`x` is no global id")]
    [InlineData("{ node(id: 1) { id } }", "`1` is no global id")]
    [InlineData("{ node(id: \"QW5pbWFsOng=\") { id } }", "`QW5pbWFsOng=` is no global id")]
    [InlineData("{ node(id: \"UXVlcnk6MQ==\") { id } }", "names the type Query, of which no object can be fetched")]
    [InlineData("{ animal(id: \"S2VlcGVyOmFubg==\") { id } }", "is an id of the type Keeper; Query.animal(id:) takes those of Animal.")]
    [InlineData("{ keeperById(id: \"QW5pbWFsOjE=\") { id } }", "is an id of the type Animal; Query.keeperById(id:) takes those of Keeper.")]
    [InlineData("{ several(ids: [\"S2VlcGVyOmFubg==\"]) }", "is an id of the type Keeper")]
    [InlineData("{ feed(input: { animal: \"QW5pbWFsOjE=\", keepers: [\"QW5pbWFsOjE=\"] }) }", "FeedInput.keepers takes those of Keeper")]
    [InlineData("{ feed(input: { animal: \"nothing\" }) }", "is no global id")]
    public async Task An_id_that_can_not_be_used_says_why(string document, string words)
    {
        var error = Requests.Read(await Zoo.Server().AskAsync(document)).GetProperty("errors")[0];
        error.GetProperty("message").GetString()!.ShouldContain(words);
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("INVALID_ID");
        error.TryGetProperty("path", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Arguments_and_inputs_are_read_as_what_the_resolver_takes()
    {
        var (one, two, ann, bob) = (Zoo.Id("Animal", 1), Zoo.Id("Animal", 2), Zoo.Id("Keeper", "ann"), Zoo.Id("Keeper", "bob"));
        (await Zoo.Server().AskAsync(
            "query ($in: FeedInput!) { several(ids: \"" + one + "\") any none: any(id: null) keeper: any(id: \"" + ann + "\") keeperById(id: \"" + bob + "\") { name } feed(input: $in) }",
            $$$"""{"in":{"animal":"{{{one}}}","keepers":["{{{ann}}}","{{{bob}}}"],"more":[{"animal":"{{{two}}}","amount":3},{"animal":"{{{one}}}","keepers":null}]}}"""))
            .ShouldBe("""{"data":{"several":[1],"any":"none","none":"none","keeper":"ann","keeperById":{"name":"BOB"},"feed":"1 by ann+bob [2 by  3] [1 by  ]"}}""");
    }

    [Fact]
    public async Task Many_ids_cost_what_they_ask_for()
    {
        var executor = await Zoo.Server().ModifyCostOptions(o => o.MaxTypeCost = 4).BuildRequestExecutorAsync();
        var id = Zoo.Id("Animal", 1);
        (await executor.AskAsync(Requests.Of($"{{ nodes(ids: [\"{id}\", \"{id}\", \"{id}\"]) {{ id }} }}"))).ShouldNotContain("HC0047");
        (await executor.AskAsync(Requests.Of("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", $$"""{"ids":["{{id}}","{{id}}","{{id}}","{{id}}"]}"""))).ShouldContain("HC0047");
    }

    [Fact]
    public async Task What_does_not_fit_stops_the_start_together()
    {
        var refused = await Should.ThrowAsync<SchemaException>(async () => await Requests.Server(
                "type Query { a: Int b(id: ID): Int c: [T!] } type T { id: ID! } type U implements Node { id: ID! } type V implements Node { id: ID! } type W implements Node { id: ID! }")
            .AddGlobalObjectIdentification().BindRuntimeType<WithoutResolver>("V").BindRuntimeType<Own>("T").BindRuntimeType<Odd>("W").AddTypeExtension(typeof(Wrong))
            .ModifyOptions(o => o.StrictBinding = false).BuildRequestExecutorAsync());
        refused.Message.ShouldContain("U implements Node, but has no node resolver");
        refused.Message.ShouldContain("WithoutResolver is marked with [Node], but WithoutResolver has no method Get or GetAsync");
        refused.Message.ShouldContain("T has a node resolver, but does not implement Node");
        refused.Message.ShouldContain("Query.a is marked with [ID], but is Int and no ID");
        refused.Message.ShouldContain("Query.b(id:) has ids of Decimal, which DefaultNodeIdSerializer can not write");
        refused.Message.ShouldContain("Odd.Get takes ids of Decimal");
        var unasked = await Should.ThrowAsync<SchemaException>(async () => await Requests.Server("type Query { t: T } type T { id: ID! at: Int }").BindRuntimeType<Own>("T")
            .ModifyOptions(o => o.StrictBinding = false).BuildRequestExecutorAsync());
        unasked.Message.ShouldContain("which needs AddGlobalObjectIdentification");
    }

    [Fact]
    public async Task Mutations_that_follow_the_conventions_take_ids_as_well()
    {
        var answer = await Requests.Server("type Query { a: Int } type Mutation { rename(id: ID!, name: String!): String! }").AddMutationConventions()
            .AddResolver("Query", "a", () => 1).AddResolver("Mutation", "rename", ([ID("Animal")] int id, string name) => $"{id} {name}")
            .AskAsync($"mutation {{ rename(input: {{ id: \"{Zoo.Id("Animal", 7)}\", name: \"Rex\" }}) {{ string }} }}");
        answer.ShouldBe("""{"data":{"rename":{"string":"7 Rex"}}}""");
    }

    [Fact]
    public async Task A_serializer_of_ones_own_is_taken()
    {
        var builder = Zoo.Server();
        builder.Services.AddSingleton<INodeIdSerializer, Plain>();
        (await builder.AskAsync("{ node(id: \"Animal-5\") { id ... on Animal { friends } } }")).ShouldBe("""{"data":{"node":{"id":"Animal-5","friends":["Animal-6","Animal-7"]}}}""");
    }

    [Fact]
    public async Task A_resolver_of_another_type_gives_nothing_away()
    {
        var answer = await Requests.Server("type Query { a: Int } type T implements Node { id: ID! at: Int } type U implements Node { id: ID! }").AddGlobalObjectIdentification()
            .BindRuntimeType<Own>("T").BindRuntimeType<Liar>("U").ModifyOptions(o => o.StrictBinding = false).AskAsync($"{{ node(id: \"{Zoo.Id("U", "x")}\") {{ id }} }}");
        answer.ShouldContain("Unexpected Execution Error");
        answer.ShouldContain("\"node\":null");
    }

    internal sealed record Own([property: ID] long Id, int? At)
    {
        [NodeResolver]
        public static Own Find(long id) => new(id, (int)id + 1);
    }

    [Node]
    internal sealed record WithoutResolver(int Id);

    [Node]
    internal sealed record Odd(decimal Id)
    {
        public static Odd Get(decimal id) => new(id);
    }

    [Node]
    internal sealed record Liar(string Id)
    {
        public static object Get(string id) => new Own(id.Length, null);
    }

    [ExtendObjectType("Query")]
    internal static class Wrong
    {
        [ID]
        public static int GetA() => 1;

        public static int? GetB([ID] decimal? id) => (int?)id;
    }

    private sealed class Plain : INodeIdSerializer
    {
        public string Format(string typeName, object internalId) => $"{typeName}-{internalId}";

        public bool TryParse(string formattedId, Func<string, Type?> runtimeTypeOf, out NodeId id)
        {
            var parts = formattedId.Split('-');
            id = new NodeId(parts[0], int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
            return runtimeTypeOf(parts[0]) == typeof(int);
        }

        public bool IsSupported(Type runtimeType) => true;
    }
}
