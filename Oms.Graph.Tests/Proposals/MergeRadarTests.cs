using Oms.Engine.Tests;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Proposals;

/// <summary>Merges as they would be, kept current and pushed, through the door.</summary>
public sealed class MergeRadarTests(SharedServer server) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task Branches_that_would_meet_are_told_of_as_soon_as_they_do_and_when_they_do_no_more()
    {
        await server.BranchAsync("radar/main");
        var person = (await server.DoAsync(
            "commit", new { branch = "radar/main", message = "start", issues = new[] { "OMS-1" }, operations = new object[] { new { createObjectType = new { name = "PersonRadar" } } } },
            "results { element }")).Text("results.0.element")!;
        await server.BranchFromAsync("radar/one", "radar/main");
        await server.BranchFromAsync("radar/two", "radar/main");
        await using var stream = await EventStream.OpenAsync(
            server.Server, await server.TokenAsync("viewer"),
            "subscription { mergeRadarChanged(branches: [\"radar/one\"]) { into from isSideBySide openConflicts conflicts { path message } } }");
        await server.CommitAsync("radar/one", new { rename = new { element = person, name = "HumanRadar" } });
        await server.CommitAsync("radar/two", new { rename = new { element = person, name = "IndividualRadar" } });

        var met = (await stream.NextAsync())!.Value.At("data.mergeRadarChanged");
        (met.Text("into"), met.Text("from"), met.At("isSideBySide").GetBoolean(), met.Number("openConflicts")).ShouldBe(("radar/one", "radar/two", true, 1L));
        met.Texts("conflicts.path").ShouldBe([$"/{person}/name"]);

        await server.CommitAsync("radar/main", new { rename = new { element = person, name = "SomebodyRadar" } });
        var intoMain = (await stream.NextAsync())!.Value.At("data.mergeRadarChanged");
        (intoMain.Text("into"), intoMain.Text("from"), intoMain.Number("openConflicts")).ShouldBe(("radar/main", "radar/one", 1L));
        (await server.ReadAsync("""{ mergeRadar(branches: ["radar/two"]) { totalCount nodes { into from openConflicts } } }""")).Number("mergeRadar.totalCount").ShouldBe(2);

        await server.CommitAsync("radar/one", new { rename = new { element = person, name = "PersonRadar" } });
        var ended = new HashSet<string>();
        while (ended.Count < 2)
        {
            var change = (await stream.NextAsync())!.Value.At("data.mergeRadarChanged");
            if (change.Number("openConflicts") == 0)
                ended.Add($"{change.Text("into")} {change.Text("from")}");
        }

        ended.ShouldBe(["radar/main radar/one", "radar/one radar/two"], ignoreOrder: true);
        (await server.ReadAsync("""{ mergeRadar(branches: ["radar/one"], withConflictsOnly: false) { nodes { into openConflicts } } }"""))
            .Texts("mergeRadar.nodes.openConflicts").ShouldAllBe(c => c == "0");
    }

    [Fact]
    public async Task A_branch_that_is_archived_is_watched_no_more()
    {
        await server.BranchAsync("gone/main");
        await server.BranchFromAsync("gone/one", "gone/main");
        await server.CommitAsync("gone/one", new { createObjectType = new { name = "TypeGone" } });
        await UntilAsync(1);
        await server.DoAsync("archiveBranch", new { branch = "gone/one", reason = "done" }, "branch { name }");
        await UntilAsync(0);

        Task UntilAsync(int count) => Eventually.HoldsAsync(async () =>
            (await server.ReadAsync("""{ mergeRadar(branches: ["gone/one"], withConflictsOnly: false) { totalCount } }""")).Number("mergeRadar.totalCount") == count);
    }
}
