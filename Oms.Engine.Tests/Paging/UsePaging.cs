using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Execution;
using Oms.Engine.Paging;
using Oms.Engine.Tests.Execution;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Paging;

/// <summary><c>@usePaging</c>: what is read of a list, and what is refused.</summary>
public sealed class UsePaging
{
    [Fact]
    public async Task A_page_is_one_statement_that_reads_one_row_more()
    {
        await using var people = await PagedPeople.OpenAsync();
        (await people.PageAsync("table", "first: 3, where: { age: { gt: 21 } }, order: [{ age: DESC }, { id: ASC }]", "nodes { id } pageInfo { hasNextPage }")).Ids().Length.ShouldBe(3);
        var sql = people.Statements.ShouldHaveSingleItem();
        sql.ShouldContain("LIMIT @");
        sql.ShouldNotContain("COUNT");
    }

    [Fact]
    public async Task Only_what_is_selected_is_asked_of_the_store()
    {
        await using var people = await PagedPeople.OpenAsync();
        (await people.PageAsync("table", "", "totalCount")).GetProperty("totalCount").GetInt32().ShouldBe(40);
        people.Statements.ShouldHaveSingleItem().ShouldContain("COUNT(*)");
        (await people.PageAsync("table", "first: 2", "totalCount nodes { id }")).Ids().ShouldBe([1, 2]);
        people.Statements.Count.ShouldBe(3);
        (await people.PageAsync("table", "last: 2", "nodes { id }")).Ids().ShouldBe([39, 40]);
        people.Statements.Count.ShouldBe(5);
        (await people.PageAsync("table", "take: 0, last: 2", "nodes { id }")).Ids().ShouldBeEmpty();
        people.Statements.Count.ShouldBe(6);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("table")]
    public async Task The_page_is_as_long_as_the_settings_say_when_the_client_does_not(string field)
    {
        await using var people = await PagedPeople.OpenAsync();
        (await people.PageAsync(field, "", "nodes { id }")).Ids().Length.ShouldBe(10);
        (await people.PageAsync(field, "first: null, last: null", "nodes { id }")).Ids().Length.ShouldBe(10);
    }

    [Theory]
    [InlineData("first: 51", "HC0051", "`first` may be at most 50 here, and is 51")]
    [InlineData("last: 2147483647", "HC0051", "`last` may be at most 50")]
    [InlineData("first: -1", "HC0079", "`first` must be at least 0, and is -1")]
    [InlineData("last: -2147483648", "HC0079", "`last` must be at least 0")]
    [InlineData("first: 1, last: 1", "ARGUMENTS_CONFLICT", "either `first` or `last` to Query.list")]
    [InlineData("after: \"\"", "HC0078", "`after` is no cursor of Query.list")]
    [InlineData("before: \"MTA=\"", "HC0078", "`before` is no cursor of Query.list")]
    [InlineData("after: \"AAAAAAAA\"", "HC0078", "`after` is no cursor of Query.list")]
    [InlineData("after: \"1'; --x\"", "HC0078", "`after` is no cursor of Query.list")]
    public async Task What_can_not_be_used_is_refused_where_it_stands(string arguments, string code, string words)
    {
        await using var people = await PagedPeople.OpenAsync();
        var answer = await people.AskAsync($"{{ people: list({arguments}) {{ nodes {{ id }} }} }}");
        var error = answer.GetProperty("errors")[0];
        error.GetProperty("message").GetString()!.ShouldContain(words);
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe(code);
        error.GetProperty("path")[0].GetString().ShouldBe("people");
        error.GetProperty("locations")[0].GetProperty("column").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task A_cursor_of_another_field_or_beyond_every_list_is_refused()
    {
        await using var people = await PagedPeople.OpenAsync();
        var cursor = (await people.PageAsync("walked", "first: 1", "pageInfo { endCursor }")).GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
        (await people.AskAsync($"{{ list(after: \"{cursor}\") {{ totalCount }} }}")).ToString().ShouldContain("HC0078");
        var bytes = Convert.FromBase64String(cursor.Replace('-', '+').Replace('_', '/'));
        foreach (var position in new byte[][] { [0xFF, 0xFF, 0xFF, 0x7F], [0, 0, 0, 0x80] })
        {
            position.CopyTo(bytes, 0);
            var forged = Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_');
            (await people.AskAsync($"{{ walked(after: \"{forged}\") {{ totalCount }} }}")).ToString().ShouldContain("HC0078");
        }

        new byte[] { 0xFE, 0xFF, 0xFF, 0x7F }.CopyTo(bytes, 0);
        var last = Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_');
        (await people.PageAsync("walked", $"after: \"{last}\"", "nodes { id }")).Ids().ShouldBeEmpty();
    }

    [Fact]
    public async Task Boundaries_are_required_where_the_field_says_so()
    {
        var server = Requests.Server("type Query { a: [Int!] @usePaging(requirePagingBoundaries: true, maxPageSize: 5) }").AddResolver("Query", "a", () => Enumerable.Range(0, 9));
        var refused = Requests.Read(await server.AskAsync("{ a { nodes } }"));
        refused.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("HC0052");
        refused.GetProperty("errors")[0].GetProperty("message").GetString().ShouldBe("Query.a needs `first` or `last`: say how many items you want, at most 5.");
        (await server.AskAsync("{ a(last: 2) { nodes } }")).ShouldBe("""{"data":{"a":{"nodes":[7,8]}}}""");
    }

    [Fact]
    public async Task Lists_of_any_kind_are_paged_and_null_is_none()
    {
        var server = Requests.Server("type Query { set: [Int!] @usePaging texts: [String] @usePaging nothing: [Int] @usePaging lists: [[Int]] @usePaging query: [Int!] @usePaging object: T! } type T { list: [Int] @usePaging }")
            .AddResolver("Query", "set", () => new HashSet<int>([1, 2, 3]))
            .AddResolver("Query", "texts", () => Task.FromResult<IReadOnlyList<string?>>(["a", null, "c"]))
            .AddResolver("Query", "nothing", () => (int?[]?)null)
            .AddResolver("Query", "lists", () => new List<int[]> { new[] { 1, 2 }, Array.Empty<int>() })
            .AddResolver("Query", "query", () => (IEnumerable<int>)Enumerable.Range(1, 9).AsQueryable())
            .AddResolver("Query", "object", () => new Holder()).BindRuntimeType<Holder>("T");
        (await server.AskAsync("""
            { set(last: 2) { nodes } texts(first: 2) { edges { node } } nothing { nodes } lists { nodes edges { node } } query(first: 2) { nodes pageInfo { hasNextPage } } object { list(last: 1) { nodes } } }
            """)).ShouldBe("""{"data":{"set":{"nodes":[2,3]},"texts":{"edges":[{"node":"a"},{"node":null}]},"nothing":null,"lists":{"nodes":[[1,2],[]],"edges":[{"node":[1,2]},{"node":[]}]},"query":{"nodes":[1,2],"pageInfo":{"hasNextPage":true}},"object":{"list":{"nodes":[6]}}}}""");
    }

    [Fact]
    public async Task A_list_is_walked_no_further_than_the_page_and_one_item()
    {
        var walked = 0;
        IEnumerable<int> Walk()
        {
            for (; ; walked++)
                yield return walked;
        }

        (await Requests.Server("type Query { a: [Int!] @usePaging }").AddResolver("Query", "a", Walk).AskAsync("{ a(first: 3) { nodes pageInfo { hasNextPage } } }"))
            .ShouldBe("""{"data":{"a":{"nodes":[0,1,2],"pageInfo":{"hasNextPage":true}}}}""");
        walked.ShouldBe(3);
    }

    [Fact]
    public async Task A_resolver_may_cut_the_page_itself()
    {
        var asked = new List<PagingArguments>();
        var server = Requests.Server("type Query { a: [Int!] @usePaging(includeTotalCount: true, maxPageSize: 4) b(first: Int, after: String): Page @usePaging } type Page { nodes: [Int!] edges: [E] } type E { cursor: String! node: Int }")
            .AddResolver("Query", "a", (PagingArguments paging) =>
            {
                asked.Add(paging);
                return Task.FromResult(new Connection<int>([new Edge<int>(7, "x"), new Edge<int>(8, "y")], hasNextPage: true, hasPreviousPage: false, 99));
            })
            .AddResolver("Query", "b", (int? first, string? after) => new Connection<int>(Enumerable.Range(1, first ?? 0).ToArray(), i => $"{after}{i}", false, false));
        (await server.AskAsync("{ a(last: 4, before: \"z\") { totalCount edges { cursor node } pageInfo { hasNextPage endCursor } } b(first: 2, after: \"c\") { nodes edges { cursor } } }"))
            .ShouldBe("""{"data":{"a":{"totalCount":99,"edges":[{"cursor":"x","node":7},{"cursor":"y","node":8}],"pageInfo":{"hasNextPage":true,"endCursor":"y"}},"b":{"nodes":[1,2],"edges":[{"cursor":"c0"},{"cursor":"c1"}]}}}""");
        (await server.AskAsync("{ a { nodes } }")).ShouldBe("""{"data":{"a":{"nodes":[7,8]}}}""");
        asked.ShouldBe([new PagingArguments(null, null, 4, "z", true), new PagingArguments(4, null, null, null)]);
        (await server.AskAsync("{ a(first: 5) { nodes } b(first: 51) { nodes } }")).Split("HC0051").Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_list_of_items_is_counted_by_the_arguments_that_slice_it()
    {
        var executor = await Requests.Server("type Query { a: [T!] @usePaging(maxPageSize: 500) } type T { x: Int }")
            .AddResolver("Query", "a", () => Array.Empty<Item>()).BindRuntimeType<Item>("T").ModifyCostOptions(o => o.MaxTypeCost = 100).BuildRequestExecutorAsync();
        (await CostAsync(executor, "{ a { nodes { x } } }", "{}")).ShouldContain("\"typeCost\":12}");
        (await CostAsync(executor, "query ($n: Int) { a(first: $n) { nodes { x } } }", """{"n":98}""")).ShouldContain("\"typeCost\":100}");
        (await CostAsync(executor, "query ($n: Int) { a(last: $n) { edges { node { x } } } }", """{"n":99}""")).ShouldContain("HC0047");
    }

    [Fact]
    public async Task What_is_selected_is_seen_through_fragments_and_conditions()
    {
        await using var people = await PagedPeople.OpenAsync();
        (await people.PageAsync("table", "first: 1", "...{ totalCount } ... @include(if: true) { nodes { id } }")).ToString().ShouldBe("""{"totalCount":40,"nodes":[{"id":1}]}""");
        (await people.PageAsync("table", "first: 1", "totalCount @skip(if: true) nodes { id } __typename")).ToString().ShouldBe("""{"nodes":[{"id":1}],"__typename":"PeopleConnection"}""");
    }

    private static async Task<string> CostAsync(IRequestExecutor executor, string document, string variables) =>
        await executor.AskAsync(new OperationRequest
        {
            Document = Encoding.UTF8.GetBytes(document), Variables = Encoding.UTF8.GetBytes(variables), CostReporting = Oms.Engine.CostAnalysis.CostReporting.Report,
        });

    public sealed record Item(int X);

    public sealed class Holder
    {
        public IReadOnlyList<int> List { get; } = [4, 5, 6];
    }
}
