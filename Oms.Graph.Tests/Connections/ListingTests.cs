using Oms.Engine.Paging;
using Oms.Engine.Response;
using Oms.Graph.Connections;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Connections;

public sealed class ListingTests
{
    private static readonly Listing<int> Ten = new PositionListing<int>("test", [.. Enumerable.Range(0, 10)]);

    [Fact]
    public void Pages_forward_make_the_whole_list_once()
    {
        var seen = new List<int>();
        string? cursor = null;
        for (var more = true; more;)
        {
            var page = Page(first: 3, after: cursor);
            seen.AddRange(page.Nodes);
            (cursor, more) = (page.PageInfo.EndCursor, page.PageInfo.HasNextPage);
        }

        seen.ShouldBe(Enumerable.Range(0, 10));
    }

    [Fact]
    public void Pages_backward_make_the_whole_list_once()
    {
        var seen = new List<int>();
        string? cursor = null;
        for (var more = true; more;)
        {
            var page = Page(last: 4, before: cursor);
            seen.InsertRange(0, page.Nodes);
            (cursor, more) = (page.PageInfo.StartCursor, page.PageInfo.HasPreviousPage);
        }

        seen.ShouldBe(Enumerable.Range(0, 10));
    }

    [Fact]
    public void A_page_between_two_cursors_leaves_both_out()
    {
        var all = Page(first: 10);
        var page = Page(first: 5, after: all.Edges[2].Cursor, before: all.Edges[5].Cursor);
        page.Nodes.ShouldBe([3, 4]);
        page.PageInfo.HasNextPage.ShouldBeTrue();
        page.PageInfo.HasPreviousPage.ShouldBeTrue();
    }

    [Fact]
    public void The_total_is_that_of_the_list_not_of_the_page() => Page(first: 2).TotalCount.ShouldBe(10);

    [Fact]
    public void A_page_of_none_has_no_cursors() => Page(first: 0).PageInfo.ShouldBe(new PageInfo(true, false, null, null));

    [Fact]
    public void Ten_come_where_no_size_is_asked_for() =>
        new PositionListing<int>("test", [.. Enumerable.Range(0, 20)])
            .Page(PageArguments.Read(null, null, null, null, 50), i => i).Nodes.Count.ShouldBe(10);

    [Fact]
    public void A_cursor_of_another_list_is_refused() =>
        Code(() => Page(first: 1, after: Cursor.Write("other", "1"))).ShouldBe("INVALID_CURSOR");

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("dGVzdA")]
    [InlineData("_____w")]
    [InlineData("dGVzdAoxCjI")]
    public void What_is_no_cursor_is_refused(string cursor) => Code(() => Page(first: 1, after: cursor)).ShouldBe("INVALID_CURSOR");

    [Theory]
    [InlineData(51, null, "HC0051")]
    [InlineData(null, 51, "HC0051")]
    [InlineData(-1, null, "ARGUMENT_OUT_OF_RANGE")]
    [InlineData(1, 1, "ARGUMENTS_CONFLICT")]
    public void Sizes_out_of_bounds_are_refused(int? first, int? last, string code) =>
        Code(() => PageArguments.Read(first, null, last, null, 50)).ShouldBe(code);

    private static Connection<int> Page(int? first = null, string? after = null, int? last = null, string? before = null) =>
        Ten.Page(PageArguments.Read(first, after, last, before, 50), i => i);

    private static string? Code(Action act) => Should.Throw<GraphQLException>(act).Errors[0].Code;
}
