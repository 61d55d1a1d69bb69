using System.Text.Json;
using Oms.Graph.Tests.Door;
using Oms.Storage.Tests;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Proposals;

/// <summary>Two servers on one PostgreSQL database have the same proposals: each takes in what the other wrote before it answers.</summary>
public sealed class ProposalsOfTwoServersTests
{
    [Fact]
    public async Task A_proposal_made_by_one_is_approved_by_the_other_and_merged_by_either_queue_once()
    {
        await using var cluster = await PostgreSqlCluster.StartAsync();
        var settings = new Dictionary<string, string> { ["Store__Connection"] = await cluster.CreateDatabaseAsync() };
        await using var first = await ServerProcess.StartAsync(settings: settings, more: ["--store", "postgresql"]);
        var data = Directory.CreateTempSubdirectory("oms-").FullName;
        File.Copy(Path.Combine(first.Data, "signing.key"), Path.Combine(data, "signing.key"));
        await using var second = await ServerProcess.StartAsync(data: data, settings: settings, more: ["--store", "postgresql"]);
        var (dev, rita) = (await first.TokenAsync("developer", "dev"), await first.TokenAsync("reviewer", "rita"));

        await first.QueryAsync(dev, """mutation { createBranch(input: { name: "work" }) { branch { name } } }""");
        await first.QueryAsync(dev, """mutation { commit(input: { branch: "work", message: "m", issues: ["OMS-1"], operations: [{ createObjectType: { name: "Person" } }] }) { commit { hash } } }""");
        var made = await first.QueryAsync(dev, """mutation { createProposal(input: { source: "work", title: "shared", issues: ["OMS-1"] }) { proposal { key } errors { ... on Error { message } } } }""");
        var key = made.Text("data.createProposal.proposal.key");

        var approved = await second.QueryAsync(rita, "mutation ($key: String!) { approveProposal(input: { proposal: $key }) { proposal { status version } errors { ... on Error { message } } } }", new { key });
        approved.Text("data.approveProposal.proposal.status").ShouldBe("APPROVED", approved.ToString());
        (await ShowAsync(first)).Text("status").ShouldBe("APPROVED");

        var queued = await first.QueryAsync(dev, "mutation ($key: String!) { enqueueProposal(input: { proposal: $key }) { proposal { key } errors { ... on Error { message } } } }", new { key });
        queued.Text("data.enqueueProposal.proposal.key").ShouldBe(key, queued.ToString());
        foreach (var server in new[] { first, second })
            for (var tries = 0; (await ShowAsync(server)).Text("status") != "MERGED"; tries++)
            {
                tries.ShouldBeLessThan(200);
                await Task.Delay(100);
            }

        var audit = await second.QueryAsync(
            await first.TokenAsync("auditor"),
            "query ($key: String!) { auditEntries(where: { targetId: { eq: $key }, action: { eq: \"proposal.merge\" }, success: { eq: true } }) { totalCount } }", new { key });
        audit.Number("data.auditEntries.totalCount").ShouldBe(1);
        (await ShowAsync(first)).Text("merge.commit.hash").ShouldBe((await ShowAsync(second)).Text("merge.commit.hash"));

        async Task<JsonElement> ShowAsync(ServerProcess server) =>
            (await server.QueryAsync(dev, "query ($key: String!) { proposal(key: $key) { status merge { commit { hash } } } }", new { key })).At("data.proposal");
    }
}
