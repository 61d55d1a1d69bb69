using Oms.Graph.Audit;
using Oms.Graph.Tests.Ontology;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Audit;

public sealed class AuditQueriesTests
{
    [Fact]
    public async Task Pages_make_the_whole_log_once_newest_first()
    {
        await using var library = await Library.OpenAsync();
        var seen = new List<long>();
        string? cursor = null;
        for (var more = true; more;)
        {
            var page = await AuditQueries.GetAuditEntriesAsync(null, 3, cursor, library.Registry, library.Cancel);
            seen.AddRange(page.Nodes.Select(n => n.Sequence));
            (cursor, more) = (page.PageInfo.EndCursor, page.PageInfo.HasNextPage);
            page.TotalCount.ShouldNotBeNull().ShouldBeGreaterThan(3);
        }

        seen.ShouldBe(Enumerable.Range(1, seen.Count).Reverse().Select(i => (long)i));
    }

    [Fact]
    public async Task A_filter_narrows_page_and_total()
    {
        await using var library = await Library.OpenAsync();
        var where = new AuditEntryFilter { Action = new("object_type.create"), Actor = new("ada"), Issue = new("OMS-1") };
        var page = await AuditQueries.GetAuditEntriesAsync(where, 50, null, library.Registry, library.Cancel);
        page.Nodes.Select(n => n.TargetName).Order().ShouldBe(["Author", "Book", "Person"]);
        page.TotalCount.ShouldBe(3);
    }

    [Fact]
    public async Task A_whole_log_is_intact_and_a_checkpoint_that_does_not_fit_shows()
    {
        await using var library = await Library.OpenAsync();
        var whole = await AuditQueries.GetAuditIntegrityAsync(null, library.Registry, library.Cancel);
        whole.IsIntact.ShouldBeTrue();
        whole.LastSequence.ShouldBeGreaterThan(3);
        (await AuditQueries.GetAuditIntegrityAsync(new(whole.LastSequence, whole.LastHash), library.Registry, library.Cancel)).IsIntact.ShouldBeTrue();
        var cut = await AuditQueries.GetAuditIntegrityAsync(new(whole.LastSequence + 1, whole.LastHash), library.Registry, library.Cancel);
        cut.Break.ShouldNotBeNull().Sequence.ShouldBe(whole.LastSequence + 1);
    }
}
