using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Paging;
using Oms.Engine.Tests.Execution;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Paging;

/// <summary>The arguments and types that <c>@usePaging</c> stands for.</summary>
public sealed class GeneratedConnections
{
    private const string Sdl = """
        type Query {
          people(team: Int): [Person!]! @usePaging
          tags: [String] @usePaging(connectionName: "Labels", includeTotalCount: true, allowBackwardPagination: false, maxPageSize: 7)
        }
        type Person { name: String! friends: [Person!] @usePaging(requirePagingBoundaries: true, defaultPageSize: 3) }
        """;

    [Fact]
    public async Task They_are_what_schema_export_prints()
    {
        var printed = SchemaPrinter.Print(await BuildAsync(Sdl));
        Plain(printed).ShouldContain("people(team: Int first: Int after: String last: Int before: String ): PeopleConnection!");
        printed.ShouldContain("The cursor that the page starts behind.");
        Block(printed, "type PeopleConnection").ShouldBe(["pageInfo: PageInfo!", "edges: [PeopleEdge!]", "nodes: [Person!]"]);
        Block(printed, "type PeopleEdge").ShouldBe(["cursor: String!", "node: Person!"]);
        Block(printed, "type PageInfo").ShouldBe(["hasNextPage: Boolean!", "hasPreviousPage: Boolean!", "startCursor: String", "endCursor: String"]);
        Block(printed, "type LabelsConnection").ShouldBe(["pageInfo: PageInfo!", "edges: [LabelsEdge!]", "nodes: [String]", "totalCount: Int!"]);
        Block(printed, "type LabelsEdge").ShouldBe(["cursor: String!", "node: String"]);
        printed.ShouldContain("): FriendsConnection\n");
        printed.ShouldContain("): LabelsConnection\n");
    }

    [Fact]
    public async Task Each_says_how_long_its_lists_are()
    {
        var printed = SchemaPrinter.Print(await BuildAsync(Sdl), withAppliedDirectives: true);
        printed.ShouldContain("@listSize(assumedSize: 50, slicingArguments: [\"first\", \"last\"], slicingArgumentDefaultValue: 10, sizedFields: [\"edges\", \"nodes\"], requireOneSlicingArgument: false)");
        printed.ShouldContain("@listSize(assumedSize: 7, slicingArguments: [\"first\"], slicingArgumentDefaultValue: 7, sizedFields: [\"edges\", \"nodes\"], requireOneSlicingArgument: false)");
        printed.ShouldContain("@listSize(assumedSize: 50, slicingArguments: [\"first\", \"last\"], slicingArgumentDefaultValue: 3, sizedFields: [\"edges\", \"nodes\"], requireOneSlicingArgument: true)");
    }

    [Fact]
    public async Task What_was_printed_is_read_again_without_generating_twice()
    {
        var printed = SchemaPrinter.Print(await BuildAsync(Sdl), withAppliedDirectives: true);
        SchemaPrinter.Print(await BuildAsync(printed), withAppliedDirectives: true).ShouldBe(printed);
    }

    [Fact]
    public async Task The_options_hold_where_the_directive_is_silent()
    {
        var printed = SchemaPrinter.Print(
            await BuildAsync("type Query { a: [Int!] @usePaging b: [Int!] @usePaging(includeTotalCount: false, allowBackwardPagination: true) }", o =>
                (o.IncludeTotalCount, o.AllowBackwardPagination, o.IncludeNodesField, o.MaxPageSize, o.DefaultPageSize) = (true, false, false, 4, 9)),
            withAppliedDirectives: true);
        Block(printed, "type AConnection").ShouldBe(["pageInfo: PageInfo!", "edges: [AEdge!]", "totalCount: Int!"]);
        Block(printed, "type BConnection").ShouldBe(["pageInfo: PageInfo!", "edges: [BEdge!]"]);
        printed.ShouldContain("@listSize(assumedSize: 4, slicingArguments: [\"first\"], slicingArgumentDefaultValue: 4, sizedFields: [\"edges\"], requireOneSlicingArgument: false)");
        printed.Split("last: Int").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_connection_that_the_document_has_is_taken_as_it_is_and_a_generated_one_can_be_extended()
    {
        var printed = SchemaPrinter.Print(await BuildAsync("""
            type Query { a: [Int!]! @usePaging b(first: Int! = 5): [Int!]! @usePaging c(after: String): AConnection @usePaging }
            type AConnection { nodes: [Int!] size: Int }
            extend type BConnection { sum: Int! }
            """));
        Block(printed, "type AConnection").ShouldBe(["nodes: [Int!]", "size: Int"]);
        printed.ShouldNotContain("type AEdge");
        Block(printed, "type BConnection").ShouldBe(["pageInfo: PageInfo!", "edges: [BEdge!]", "nodes: [Int!]", "sum: Int!"]);
        printed.ShouldContain("first: Int! = 5");
        Plain(printed).ShouldContain("c(after: String first: Int last: Int before: String ): AConnection");
    }

    [Fact]
    public async Task Filters_and_orders_are_of_what_is_listed_whether_or_not_there_are_nodes()
    {
        const string Document = "type Query { people: [Person!]! @usePaging @useFiltering @useSorting } type Person { name: String! }";
        foreach (var hasNodes in new[] { true, false })
        {
            var printed = SchemaPrinter.Print(await BuildAsync(Document, o => o.IncludeNodesField = hasNodes));
            printed.ShouldContain("where: PersonFilterInput");
            printed.ShouldContain("order: [PersonSortInput!]");
        }
    }

    [Theory]
    [InlineData("a: Int @usePaging", "is no list and no connection")]
    [InlineData("a: [Int!] @usePaging b: T", "give one of them a connectionName")]
    [InlineData("a: [Int!] @usePaging(connectionName: \"a b\")", "that is no name")]
    [InlineData("c: [Int!] @usePaging(maxPageSize: -1)", "a page size is at least 0")]
    public async Task What_can_not_be_paged_stops_the_start(string fields, string words)
    {
        var refused = await Should.ThrowAsync<SchemaException>(async () =>
            await Requests.Server($"type Query {{ {fields} }} type T {{ a: [String!] @usePaging }}")
                .AddResolver("T", "a", () => new[] { "" }).AddResolver("Query", "c", () => new[] { 1 })
                .ModifyOptions(o => o.StrictBinding = false).BuildRequestExecutorAsync());
        refused.Message.ShouldContain(words);
    }

    [Fact]
    public async Task A_resolver_without_a_list_and_arguments_without_a_field_to_page_stop_the_start_together()
    {
        var refused = await Should.ThrowAsync<SchemaException>(async () =>
            await Requests.Server("type Query { a: [Int!]! @usePaging b: Int c: [Int!]! @usePaging }")
                .AddResolver("Query", "a", () => 1)
                .AddResolver("Query", "b", (PagingArguments paging) => paging.First)
                .AddTypeExtension<Texts>().BuildRequestExecutorAsync());
        refused.Message.ShouldContain("which is no list to page for Query.a");
        refused.Message.ShouldContain("Query.b has neither an argument first nor last to page by");
        refused.Message.ShouldContain("Texts.GetC returns");
    }

    private static async Task<Schema> BuildAsync(string sdl, Action<PagingOptions>? configure = null) =>
        (await Requests.Server(sdl).ModifyOptions(o => o.StrictBinding = false).ModifyPagingOptions(configure ?? (_ => { })).BuildRequestExecutorAsync()).Schema;

    private static string Plain(string sdl) => string.Join(' ', Lines(sdl)).Replace("( ", "(", StringComparison.Ordinal);

    // Without descriptions.
    private static IEnumerable<string> Lines(string sdl) => sdl.Split("\"\"\"").Where((_, i) => i % 2 == 0)
        .SelectMany(part => part.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(l => !l.StartsWith('"'));

    private static string[] Block(string sdl, string head)
    {
        var start = sdl.IndexOf(head + " {", StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, head);
        var body = sdl[(sdl.IndexOf('{', start) + 1)..sdl.IndexOf('}', start)];
        return [.. Lines(body)];
    }

    [Oms.Engine.Configuration.ExtendObjectType("Query")]
    private sealed class Texts
    {
        public static string[] GetC() => [""];
    }
}
