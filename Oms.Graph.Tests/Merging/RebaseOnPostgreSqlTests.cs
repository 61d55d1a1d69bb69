using Oms.Graph.Hosting;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Merging;

/// <summary>The merge that writes several commits at once, on PostgreSQL.</summary>
public sealed class RebaseOnPostgreSqlTests(BothStores stores) : IClassFixture<BothStores>
{
    [Fact]
    public async Task A_rebase_of_several_commits_is_one_step_of_the_branch_and_leaves_a_store_that_is_whole()
    {
        await using var server = await stores.StartAsync("postgresql");
        var admin = await server.TokenAsync("admin");
        var made = (await server.QueryAsync(admin, $$"""
            mutation {
              a: createBranch(input: { name: "ours" }) { errors { ... on Error { message } } }
              b: {{Commit("ours", "start")}}
              c: createBranch(input: { name: "theirs", from: { branch: "ours" } }) { errors { ... on Error { message } } }
              d: {{Commit("theirs", "first")}}
              e: {{Commit("theirs", "second")}}
              f: {{Commit("theirs", "third")}}
              g: {{Commit("ours", "mine")}}
              h: mergeBranch(input: { into: "ours", from: "theirs", strategy: REBASE, message: "all", issues: ["OMS-1"] }) { report { replayed } errors { ... on Error { message } } }
            }
            """)).At("data");

        made.EnumerateObject().ShouldAllBe(m => m.Value.IsNull("errors"));
        made.Number("h.report.replayed").ShouldBe(3);
        var read = (await server.QueryAsync(admin, """
            { branch(name: "ours") { commits(first: 5) { nodes { message parents { hash } hash } } } ontology(branch: "ours") { objectTypes { nodes { name } } } }
            """)).At("data");
        read.Texts("branch.commits.nodes.message").ShouldBe(["third", "second", "first", "mine", "start"]);
        for (var i = 0; i < 4; i++)
            read.Text($"branch.commits.nodes.{i}.parents.0.hash").ShouldBe(read.Text($"branch.commits.nodes.{i + 1}.hash"));
        read.Texts("ontology.objectTypes.nodes.name").ShouldBe(["first", "mine", "second", "start", "third"]);
        StorePlugin.VerifyPostgreSql(server.Settings["Store__Connection"]).Damages.ShouldBeEmpty();
    }

    private static string Commit(string branch, string name) =>
        $$"""commit(input: { branch: "{{branch}}", message: "{{name}}", issues: ["OMS-1"], operations: [{ createObjectType: { name: "{{name}}" } }] }) { errors { ... on Error { message } } }""";
}
