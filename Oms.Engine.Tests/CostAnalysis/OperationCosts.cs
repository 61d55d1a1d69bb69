using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Tests.AspNetCore;
using Oms.Engine.Tests.Execution;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.CostAnalysis;

/// <summary>What operations cost, as <c>GraphQL-Cost</c> says it through the door.</summary>
public sealed class OperationCosts
{
    private const string Library = """
        type Query {
          book: Book @cost(weight: "10")
          books(first: Int, last: Int): BooksConnection @cost(weight: "10")
            @listSize(assumedSize: 50, slicingArguments: ["first", "last"], slicingArgumentDefaultValue: 10, sizedFields: ["edges", "nodes"])
          top(first: Int, last: Int): [Book] @listSize(slicingArguments: ["first", "last"], assumedSize: 20)
          shelf: [Book] @listSize(assumedSize: 5)
          few(number: Int = 3): [Book] @listSize(slicingArguments: ["number"])
          found(where: Filter): [Thing]
          things: [Thing] @listSize(assumedSize: 10)
          named: [Named] @listSize(assumedSize: 10)
          awaited: Book
          nobody: Unimplemented
          shop(first: Int): ShopConnection
          heavy(by: String @cost(weight: "7")): Rare
        }
        type BooksConnection { edges: [BooksEdge] nodes: [Book] }
        type ShopConnection { nodes: [Book] }
        type BooksEdge { node: Book }
        interface Unimplemented { name: String }
        interface Named { name: String author: Author }
        type Book implements Named { title: String author: Author name: String }
        type Author implements Named { name: String author: Author books: [Book] @listSize(assumedSize: 100) }
        type Pen { colour: String maker: Author }
        scalar Rare @cost(weight: "3")
        union Thing = Book | Pen
        input Filter { and: [Filter!] or: [Filter!] title: String rare: Int @cost(weight: "5") }
        """;

    [Theory]
    [InlineData("{ book { title author { name } } }", 11, 3)]
    [InlineData("{ books(first: 50) { edges { node { title author { name } } } } }", 111, 152)]
    [InlineData("{ books(last: 5) { nodes { title } } }", 11, 7)]
    [InlineData("{ books { nodes { title } } }", 11, 12)]
    [InlineData("{ shelf { author { name } } }", 6, 11)]
    [InlineData("{ few { title } }", 1, 4)]
    [InlineData("{ few(number: 9) { title } }", 1, 10)]
    [InlineData("{ awaited { title } }", 10, 2)]
    [InlineData("{ nobody { name } }", 1, 1)]
    [InlineData("{ shop { nodes { title } } }", 2, 12)]
    [InlineData("{ shop(first: 3) { nodes { title } } }", 2, 5)]
    [InlineData("{ heavy(by: \"x\") }", 7, 4)]
    [InlineData("{ heavy }", 0, 4)]
    [InlineData("{ __schema { types { fields { name } } } __typename }", 0, 1)]
    public async Task Fields_and_objects_count_as_often_as_lists_are_long(string document, double fieldCost, double typeCost) =>
        await CostsAsync(document, null, fieldCost, typeCost);

    [Theory]
    [InlineData("{ things { ... on Book { author { name } } ... on Pen { colour } } }", 11, 21)]
    [InlineData("{ things { ... on Book { author { name } } ... on Pen { maker { name author { name } } } } }", 21, 31)]
    [InlineData("{ named { ... on Book { author { name } } author { name } ... on Named { author { author { name } } } } }", 21, 31)]
    public async Task Of_an_abstract_type_the_dearest_object_counts_and_merged_fields_once(string document, double fieldCost, double typeCost) =>
        await CostsAsync(document, null, fieldCost, typeCost);

    [Fact]
    public async Task Fragments_count_wherever_they_are_spread_and_skipped_ones_do_not()
    {
        const string Document = """
            query ($with: Boolean!) { book { ...A author { ...B } } shelf @include(if: $with) { ...A } }
            fragment A on Book { author { name } } fragment B on Author { books { title } }
            """;
        await CostsAsync(Document, new { with = false }, 12, 103);
        await CostsAsync(Document, new { with = true }, 18, 113);
    }

    [Fact]
    public async Task Sizes_and_filters_are_those_of_the_actual_variables()
    {
        await CostsAsync("query ($n: Int) { books(first: $n) { nodes { title } } }", new { n = 4 }, 11, 6);
        await CostsAsync("query ($n: Int) { books(first: $n) { nodes { title } } }", new { }, 11, 12);
        await CostsAsync("query ($n: Int = 8) { books(first: $n) { nodes { author { name } } } }", new { }, 19, 18);
        const string Found = "query ($f: Filter) { found(where: $f) { __typename } }";
        await CostsAsync(Found, new { }, 1, 2);
        await CostsAsync(Found, new { f = new { title = "x" } }, 2, 2);
        await CostsAsync(Found, new { f = new { or = new[] { new { rare = 1 }, new { rare = 2 } } } }, 14, 2);
        await CostsAsync("{ found(where: { or: [{ rare: 1 }, { rare: 2 }] }) { __typename } }", null, 14, 2);
    }

    [Fact]
    public async Task Too_dear_operations_are_refused_with_the_limit_and_the_actual_cost()
    {
        await using var host = await StartAsync();
        foreach (var size in new[] { "first: 1000", "first: 2147483647", "first: $n" })
        {
            using var response = await host.PostAsync(JsonSerializer.Serialize(new
            {
                query = $"query ($n: Int) {{ a: books(first: $n) {{ nodes {{ title }} }} books({size}) {{ nodes {{ title }} }} }}",
                variables = new { n = 5000 },
            }));
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0];
            var extensions = error.GetProperty("extensions");
            extensions.GetProperty("code").GetString().ShouldBe("HC0047");
            extensions.GetProperty("maxTypeCost").GetDouble().ShouldBe(1000);
            extensions.GetProperty("typeCost").GetDouble().ShouldBeGreaterThan(1000);
        }

        (await host.AskAsync("{ books(first: 900) { nodes { title } } }")).TryGetProperty("errors", out _).ShouldBeFalse();
        (await host.AskAsync("query ($n: Int) { books(first: $n) { nodes { title author { books { author { name } } } } } }", new { n = 5 }))
            .GetProperty("errors")[0].GetProperty("extensions").GetProperty("maxTypeCost").GetDouble().ShouldBe(1000);
    }

    [Fact]
    public async Task A_negative_size_takes_nothing_off()
    {
        await CostsAsync("query ($n: Int) { books(first: $n) { nodes { title } } }", new { n = -1000 }, 11, 2);
        await CostsAsync("{ books(first: -1000) { nodes { author { name } } } }", null, 11, 2);
    }

    [Theory]
    [InlineData("{ top { title } }")]
    [InlineData("{ top(first: 1, last: 1) { title } }")]
    [InlineData("query ($n: Int) { top(first: $n) { title } }")]
    public async Task A_list_that_needs_one_slicing_argument_is_refused_without_it(string document)
    {
        await using var host = await StartAsync();
        var error = (await host.AskAsync(document, new { })).GetProperty("errors")[0];
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("HC0082");
        error.GetProperty("message").GetString()!.ShouldContain("Query.top");
        (await host.AskAsync("query ($n: Int) { top(first: $n) { title } }", new { n = 1 })).TryGetProperty("errors", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Report_executes_and_validate_does_not()
    {
        await using var host = await StartAsync();
        var report = await host.AskAsync("{ book { title } }", null, ("GraphQL-Cost", "report"));
        report.TryGetProperty("data", out _).ShouldBeTrue();
        report.GetProperty("extensions").GetProperty("operationCost").GetProperty("fieldCost").GetDouble().ShouldBe(10);
        var validate = await host.AskAsync("{ books(first: 5000) { nodes { title } } }", null, ("GraphQL-Cost", "validate"));
        validate.EnumerateObject().Select(entry => entry.Name).ShouldBe(["extensions"]);
        (await host.AskAsync("{ book { title } }")).TryGetProperty("extensions", out _).ShouldBeFalse();
        (await host.AskAsync("{ books(first: 5000) { nodes { title } } }", null, ("GraphQL-Cost", "report"))).TryGetProperty("errors", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Limits_and_defaults_can_be_changed()
    {
        await using var host = await SchemaHost.StartAsync(Library, graph => graph.ModifyCostOptions(o =>
        {
            o.MaxFieldCost = 5;
            o.ApplySlicingArgumentDefaultValue = false;
            o.ApplyCostDefaults = false;
        }));
        (await host.AskAsync("{ book { title } }")).GetProperty("errors")[0].GetProperty("extensions").GetProperty("maxFieldCost").GetDouble().ShouldBe(5);
        await using var free = await SchemaHost.StartAsync(Library, graph => graph.ModifyCostOptions(o => o.EnforceCostLimits = false));
        (await free.AskAsync("{ books(first: 5000) { nodes { title } } }")).TryGetProperty("errors", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task What_the_directives_say_wrongly_stops_the_start_with_the_whole_list()
    {
        const string Sdl = """
            type Query { a: Int @cost(weight: "much") b: [Int] @listSize(slicingArguments: ["first"]) c: C @listSize(sizedFields: ["d"]) }
            type C { d: Int }
            """;
        var refused = await Should.ThrowAsync<SchemaException>(async () => await Requests.Server(Sdl).ModifyOptions(o => o.StrictBinding = false).BuildRequestExecutorAsync());
        refused.Errors.Select(error => error.Message).ShouldBe(
        [
            "@cost of Query.a has a weight that is no number: \"much\".",
            "@listSize of Query.b names the argument \"first\", which the field does not have.",
            "@listSize of Query.c sizes \"d\", which is no list of C.",
        ]);
    }

    private static Task<SchemaHost> StartAsync() => SchemaHost.StartAsync(Library, graph => graph.AddResolver("Query", "awaited", async () =>
    {
        await Task.Yield();
        return (object?)null;
    }));

    private static async Task CostsAsync(string document, object? variables, double fieldCost, double typeCost)
    {
        await using var host = await StartAsync();
        var answer = await host.AskAsync(document, variables, ("GraphQL-Cost", "validate"));
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        var cost = answer.GetProperty("extensions").GetProperty("operationCost");
        (cost.GetProperty("fieldCost").GetDouble(), cost.GetProperty("typeCost").GetDouble()).ShouldBe((fieldCost, typeCost));
    }
}
