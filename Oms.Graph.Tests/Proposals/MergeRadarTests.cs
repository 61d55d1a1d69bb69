using System.Globalization;
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
    public async Task Three_hundred_branches_cost_what_meets_and_not_every_pair()
    {
        const int Branches = 300, Meeting = 10;
        await server.BranchAsync("many/main");
        var shared = (await server.DoAsync(
            "commit", new { branch = "many/main", message = "start", issues = new[] { "OMS-1" }, operations = new object[] { new { createObjectType = new { name = "SharedMany" } } } },
            "results { element }")).Text("results.0.element")!;
        var tried = await TriedAsync();
        await EachAsync("createBranch", "CreateBranchInput", i => new { name = $"many/{i}", from = new { branch = "many/main" } });
        await EachAsync("commit", "CommitInput", i => new
        {
            branch = $"many/{i}", message = "one", issues = new[] { "OMS-1" },
            operations = new object[] { i < Meeting ? new { rename = new { element = shared, name = $"Shared{i}" } } : new { createObjectType = new { name = $"Own{i}" } } },
        });
        await Eventually.BecomesAsync(async () => (int)await CountAsync("many/main", withConflictsOnly: false), Branches + 1);
        await Eventually.BecomesAsync(async () => (int)await CountAsync("many/0"), Meeting - 1);
        (await TriedAsync() - tried).ShouldBeLessThan(Branches + (Meeting * Meeting) + 50, "each into its target, and those that rename the same with each other");

        tried = await TriedAsync();
        await server.CommitAsync("many/main", new { createObjectType = new { name = "ApartMany" } });
        var head = (await server.ReadAsync("""{ branch(name: "many/main") { head { hash } } }""")).Text("branch.head.hash")!;
        await Eventually.HoldsAsync(async () =>
            (await server.ReadAsync("""{ mergeRadar(branches: ["many/main"], withConflictsOnly: false, first: 100) { nodes { into intoHead fromHead } } }"""))
                .At("mergeRadar.nodes").EnumerateArray().All(n => n.Text(n.Text("into") == "main" ? "fromHead" : "intoHead") == head));
        (await TriedAsync() - tried).ShouldBe(1, "nobody meets what the target has more, and it has a target itself");
        await server.CommitAsync("many/main", new { rename = new { element = shared, name = "SharedByAll" } });
        await Eventually.BecomesAsync(async () => (int)await CountAsync("many/main"), Meeting);
        (await TriedAsync() - tried).ShouldBe(1 + Meeting + 1);

        async Task EachAsync(string field, string type, Func<int, object> input)
        {
            foreach (var part in Enumerable.Range(0, Branches).Chunk(25))
            {
                var document = $"mutation ({string.Join(", ", part.Select(i => $"$i{i}: {type}!"))}) {{ {string.Join(" ", part.Select(i => $"m{i}: {field}(input: $i{i}) {{ errors {{ ... on Error {{ message }} }} }}"))} }}";
                var answer = await server.AskAsync("admin", document, part.ToDictionary(i => $"i{i}", input));
                foreach (var made in answer.At("data").EnumerateObject())
                    made.Value.IsNull("errors").ShouldBeTrue(made.Value.ToString());
            }
        }

        async Task<long> CountAsync(string branch, bool withConflictsOnly = true) => (await server.ReadAsync(
            "query ($branches: [String!], $only: Boolean!) { mergeRadar(branches: $branches, withConflictsOnly: $only) { totalCount } }",
            new { branches = new[] { branch }, only = withConflictsOnly })).Number("mergeRadar.totalCount");

        async Task<long> TriedAsync() => long.Parse(
            (await server.Server.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken)).Split('\n')
                .SingleOrDefault(l => l.StartsWith("oms_merge_radar_merges_total ", StringComparison.Ordinal))?.Split(' ')[1] ?? "0", CultureInfo.InvariantCulture);
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
