using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Data;
using Oms.Engine.Tests.Execution;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Data;

/// <summary>The arguments and input types that <c>@useFiltering</c> and <c>@useSorting</c> stand for.</summary>
public sealed class GeneratedInputs
{
    private const string Sdl = """
        type Query { people: PersonConnection! @useFiltering @useSorting again: [Person] @useFiltering }
        type PersonConnection { nodes: [Person!]! pageInfo: Int }
        interface Named { name: String! }
        type Person implements Named { id: ID! name: String! tags: [String!] mood: Mood secret: Int @authorize friends(first: Int): PersonConnection more: PersonConnection pets: [Pet] boss: Named data: Any }
        extend type Person { age: Int }
        type Pet { owner: Person! }
        enum Mood { CALM }
        scalar Any
        """;

    [Fact]
    public async Task They_are_what_schema_export_prints()
    {
        var printed = SchemaPrinter.Print(await BuildAsync(Sdl));
        Block(printed, "type Query").ShouldContain("where: PersonFilterInput");
        Block(printed, "type Query").ShouldContain("order: [PersonSortInput!]");
        Block(printed, "input PersonFilterInput").ShouldBe([
            "and: [PersonFilterInput!]", "or: [PersonFilterInput!]", "id: IdOperationFilterInput", "name: StringOperationFilterInput", "tags: ListStringOperationFilterInput",
            "mood: MoodOperationFilterInput", "pets: ListFilterInputTypeOfPetFilterInput", "boss: NamedFilterInput", "age: IntOperationFilterInput"]);
        Block(printed, "input StringOperationFilterInput").ShouldBe([
            "and: [StringOperationFilterInput!]", "or: [StringOperationFilterInput!]", "eq: String", "neq: String", "contains: String", "ncontains: String",
            "in: [String]", "nin: [String]", "startsWith: String", "nstartsWith: String", "endsWith: String", "nendsWith: String"]);
        Block(printed, "input IntOperationFilterInput").ShouldBe([
            "eq: Int", "neq: Int", "in: [Int]", "nin: [Int]", "gt: Int", "ngt: Int", "gte: Int", "ngte: Int", "lt: Int", "nlt: Int", "lte: Int", "nlte: Int"]);
        Block(printed, "input MoodOperationFilterInput").ShouldBe(["eq: Mood", "neq: Mood", "in: [Mood!]", "nin: [Mood!]"]);
        Block(printed, "input IdOperationFilterInput").ShouldBe(["eq: ID", "neq: ID", "in: [ID]", "nin: [ID]"]);
        Block(printed, "input ListStringOperationFilterInput").ShouldBe([
            "all: StringOperationFilterInput", "none: StringOperationFilterInput", "some: StringOperationFilterInput", "any: Boolean"]);
        Block(printed, "input ListFilterInputTypeOfPetFilterInput").ShouldBe(["all: PetFilterInput", "none: PetFilterInput", "some: PetFilterInput", "any: Boolean"]);
        Block(printed, "input PersonSortInput").ShouldBe(["id: SortEnumType", "name: SortEnumType", "mood: SortEnumType", "boss: NamedSortInput", "age: SortEnumType"]);
        Block(printed, "enum SortEnumType").ShouldBe(["ASC", "DESC"]);
    }

    [Fact]
    public async Task What_was_printed_is_read_again_without_generating_twice()
    {
        var schema = await BuildAsync(Sdl);
        var printed = SchemaPrinter.Print(schema, withAppliedDirectives: true);
        SchemaPrinter.Print(await BuildAsync(printed), withAppliedDirectives: true).ShouldBe(printed);
    }

    [Fact]
    public async Task Input_types_that_the_document_defines_are_taken_as_they_are()
    {
        var schema = await BuildAsync(Sdl + "\ninput PersonFilterInput { name: StringOperationFilterInput } input StringOperationFilterInput { eq: String! }");
        var printed = SchemaPrinter.Print(schema);
        Block(printed, "input PersonFilterInput").ShouldBe(["name: StringOperationFilterInput"]);
        Block(printed, "input StringOperationFilterInput").ShouldBe(["eq: String!"]);
    }

    [Theory]
    [InlineData("a: Int @useFiltering")]
    [InlineData("a: [Int] @useFiltering")]
    [InlineData("a: Thing @useSorting")]
    public async Task A_field_that_lists_no_objects_stops_the_start(string field)
    {
        var refused = await Should.ThrowAsync<SchemaException>(async () => await BuildAsync($"type Query {{ {field} }} type Thing {{ x: Int }}"));
        refused.Message.ShouldContain("is no list and no connection");
    }

    [Fact]
    public async Task Properties_that_are_missing_stop_the_start_together()
    {
        var server = Requests.Server("type Query { a: [T!]! @useFiltering @useSorting } type T { x: Int y: Int z: Int }")
            .AddResolver("Query", "a", () => new[] { new { X = 1 } }).ModifyOptions(o => o.StrictBinding = false);
        var refused = await Should.ThrowAsync<SchemaException>(async () => await server.BuildRequestExecutorAsync());
        refused.Errors.Select(e => e.Message).Count(m => m.Contains("no property of that name", StringComparison.Ordinal)).ShouldBe(4);
    }

    [Fact]
    public async Task A_resolver_that_takes_the_query_applies_it_itself()
    {
        var answer = await Requests.Server("type Query { a: Page! @useFiltering @useSorting } type Page { nodes: [T!]! total: Int! } type T { x: Int! }")
            .AddResolver("Query", "a", (QueryContext<Item> query) => new Page(Items.With(query)))
            .BindRuntimeType<Page>().BindRuntimeType<Item>("T")
            .AskAsync("{ a(where: { x: { gt: 1 } }, order: { x: DESC }) { total nodes { x } } none: a { total } }");
        answer.ShouldBe("""{"data":{"a":{"total":2,"nodes":[{"x":3},{"x":2}]},"none":{"total":3}}}""");
    }

    [Fact]
    public async Task A_filter_costs_ten()
    {
        var schema = await BuildAsync(Sdl);
        SchemaPrinter.Print(schema, withAppliedDirectives: true).ShouldContain("order: [PersonSortInput!] @cost(weight: \"10\")");
    }

    private static IEnumerable<Item> Items => [new(1), new(2), new(3)];

    private static async Task<Schema> BuildAsync(string sdl)
    {
        var builder = Requests.Server(sdl).ModifyOptions(o => o.StrictBinding = false);
        builder.Services.AddSingleton<Oms.Engine.Authorization.IAuthorizationHandler>(new CountedAuthorization());
        return (await builder.BuildRequestExecutorAsync()).Schema;
    }

    private static string[] Block(string sdl, string head)
    {
        var start = sdl.IndexOf(head + " {", StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, head);
        var body = sdl[(sdl.IndexOf('{', start) + 1)..sdl.IndexOf('}', start)];
        return [.. body.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith('"'))];
    }

    public sealed record Item(int X);

    public sealed class Page(IEnumerable<Item> items)
    {
        public IReadOnlyList<Item> Nodes { get; } = [.. items];

        public int Total => Nodes.Count;
    }
}
