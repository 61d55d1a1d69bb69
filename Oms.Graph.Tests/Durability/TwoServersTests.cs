using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Oms.Engine.Tests;
using Oms.Graph.Tests.Door;
using Oms.Storage.Tests;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Durability;

/// <summary>Two servers on one PostgreSQL database, as their clients see them.</summary>
public sealed class TwoServersTests
{
    private const string Commit = """
        mutation ($name: String!) { commit(input: { branch: "shared", message: "two", issues: ["OMS-1"], operations: [ { createObjectType: { name: $name } } ] }) {
          commit { id } errors { ... on Error { code message } } } }
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_writes_the_other_sees_and_what_either_acknowledged_stays_when_they_are_killed_in_turn()
    {
        await using var cluster = await PostgreSqlCluster.StartAsync();
        var settings = new Dictionary<string, string> { ["Store__Connection"] = await cluster.CreateDatabaseAsync() };
        await using var first = await ServerProcess.StartAsync(settings: settings, more: ["--store", "postgresql"]);
        var token = await first.TokenAsync("developer");
        var data = Directory.CreateTempSubdirectory("oms-").FullName;
        File.Copy(Path.Combine(first.Data, "signing.key"), Path.Combine(data, "signing.key"));
        await using var second = await ServerProcess.StartAsync(data: data, settings: settings, more: ["--store", "postgresql"]);

        await first.QueryAsync(token, """mutation { createBranch(input: { name: "shared" }) { errors { ... on Error { message } } } }""", cancellationToken: Cancel);
        await Eventually.HoldsAsync(async () => (await NamesAsync(second, token)) is not null, TimeSpan.FromSeconds(5));

        var acknowledged = new ConcurrentBag<string>();
        ServerProcess[] servers = [first, second];
        for (var round = 0; round < 4; round++)
        {
            var victim = servers[round % 2];
            using var over = new CancellationTokenSource();
            var before = acknowledged.Count;
            var writers = Enumerable.Range(0, 8).Select(w => WriteAsync(servers[w % 2], token, $"R{round}W{w}", acknowledged, over.Token)).ToArray();
            await Eventually.HoldsAsync(() => acknowledged.Count >= before + 20, TimeSpan.FromSeconds(60));
            await victim.KillAsync();
            await over.CancelAsync();
            await Task.WhenAll(writers);
            await victim.RestartAsync();
        }

        foreach (var server in servers)
            await Eventually.HoldsAsync(async () => !acknowledged.Except((await NamesAsync(server, token))!).Any(), TimeSpan.FromSeconds(10));
        // What nobody was told of may be there too, and is then there for both.
        await Eventually.HoldsAsync(async () => (await NamesAsync(first, token))!.ToHashSet().SetEquals((await NamesAsync(second, token))!), TimeSpan.FromSeconds(10));
        var integrity = await second.QueryAsync(await second.TokenAsync("auditor"), "{ auditIntegrity { isIntact } }", cancellationToken: Cancel);
        integrity.GetProperty("data").GetProperty("auditIntegrity").GetProperty("isIntact").GetBoolean().ShouldBeTrue();
    }

    private static async Task WriteAsync(ServerProcess server, string token, string prefix, ConcurrentBag<string> acknowledged, CancellationToken over)
    {
        for (var i = 0; !over.IsCancellationRequested; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{prefix}N{i}");
            try
            {
                var answer = await server.QueryAsync(token, Commit, new { name }, over);
                if (answer.GetProperty("data").GetProperty("commit").GetProperty("commit").ValueKind == JsonValueKind.Object)
                    acknowledged.Add(name);
                else
                    answer.GetProperty("data").GetProperty("commit").GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("WRITE_CONTENDED", answer.ToString());
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException)
            {
                // This server was killed; whether this commit took effect is not known.
                return;
            }
        }
    }

    private static async Task<string[]?> NamesAsync(ServerProcess server, string token)
    {
        var answer = await server.QueryAsync(token, """{ ontology(branch: "shared") { objectTypes(first: 1000) { nodes { name } } } }""", cancellationToken: Cancel);
        return answer.GetProperty("data").GetProperty("ontology") is { ValueKind: JsonValueKind.Object } ontology
            ? [.. ontology.GetProperty("objectTypes").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("name").GetString()!)]
            : null;
    }
}
