using Oms.Domain.Ontology;
using Oms.Engine.Response;
using Oms.Graph.Connections;
using Oms.Graph.History;
using Oms.Graph.Tests.Ontology;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.History;

public sealed class CommitLogTests
{
    [Fact]
    public async Task Pages_of_the_log_make_the_whole_log_once_newest_first()
    {
        await using var library = await Library.OpenAsync();
        for (var i = 0; i < 7; i++)
            await library.DescribeAsync("main", "ot-book", $"words {i}");
        var seen = new List<string>();
        string? cursor = null;
        for (var more = true; more;)
        {
            var page = await PageAsync(library, first: 3, after: cursor);
            (await page.GetTotalCountAsync(library.Cancel)).ShouldBe(9);
            seen.AddRange(page.Nodes.Select(n => n.Message));
            (cursor, more) = (page.PageInfo.EndCursor, page.PageInfo.HasNextPage);
        }

        seen.Take(8).ShouldBe(["words 6", "words 5", "words 4", "words 3", "words 2", "words 1", "words 0", "first"]);
        seen.Count.ShouldBe(9);
    }

    [Fact]
    public async Task A_condition_is_looked_for_back_to_the_beginning()
    {
        await using var library = await Library.OpenAsync();
        for (var i = 0; i < 4; i++)
            await library.DescribeAsync("main", i % 2 == 0 ? "ot-book" : "ot-person", $"words {i}");
        var books = new CommitFilter { Elements = new() { Some = new() { Eq = "ot-book" } } };
        var page = await PageAsync(library, books, first: 2);
        page.Nodes.Select(n => n.Message).ShouldBe(["words 2", "words 0"]);
        page.PageInfo.HasNextPage.ShouldBeTrue();
        (await PageAsync(library, books, first: 2, after: page.PageInfo.EndCursor)).Nodes.Select(n => n.Message).ShouldBe(["first"]);
    }

    [Fact]
    public async Task The_history_of_an_element_leaves_out_other_branches()
    {
        await using var library = await Library.OpenAsync();
        await library.ForkAsync("feature");
        await library.DescribeAsync("feature", "ot-book", "elsewhere");
        await library.DescribeAsync("main", "ot-book", "here");
        await library.DescribeAsync("main", "ot-person", "another");
        var head = (await library.BranchAsync("main")).Head;
        var page = await library.Log.OfElementAsync(head, ElementId.Trusted("ot-book"), PageArguments.Forward(10, null, 50), library.Cancel);
        page.Nodes.Select(n => n.Message).ShouldBe(["here", "first"]);
        (await page.GetTotalCountAsync(library.Cancel)).ShouldBe(2);
    }

    [Fact]
    public async Task A_change_carries_the_definitions_before_and_after()
    {
        await using var library = await Library.OpenAsync();
        var commit = new CommitNode(await library.DescribeAsync("main", "ot-book", "New words."));
        var change = commit.Changes(null, 10, null, null, null, library.Registry).Nodes.ShouldHaveSingleItem();
        change.StableId.ShouldBe("ot-book");
        (await change.GetBeforeAsync(library.Cancel))!.Text.ShouldNotContain("New words.");
        (await change.GetAfterAsync(library.Cancel))!.Text.ShouldContain("New words.");
    }

    [Fact]
    public async Task A_cursor_made_up_of_other_things_is_refused()
    {
        await using var library = await Library.OpenAsync();
        (await Should.ThrowAsync<GraphQLException>(() => PageAsync(library, after: Cursor.Write("log", "zz")))).Errors[0].Code.ShouldBe("INVALID_CURSOR");
    }

    private static async Task<CommitConnection> PageAsync(Library library, CommitFilter? where = null, int? first = null, string? after = null) =>
        await library.Log.OfAsync((await library.BranchAsync("main")).Head, where, PageArguments.Forward(first, after, 50), library.Cancel);
}
