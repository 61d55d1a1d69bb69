using System.Text.Json;
using Oms.Graph.Tests.Door;
using Oms.Storage.Tests;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Durability;

/// <summary>The disk fills up under a running server: it says so, loses nothing, reads on, and writes again once there is room.</summary>
public sealed class FullDiskTests
{
    private const string Commit = """
        mutation ($name: String!, $description: String!) { commit(input: { branch: "full", message: "fill", issues: ["OMS-1"], operations: [
          { createObjectType: { name: $name, description: [{ language: "en", text: $description }] } }
        ] }) { commit { id } errors { ... on Error { code message } } } }
        """;

    [Fact]
    public async Task A_full_disk_is_said_in_words_and_costs_nothing_that_was_acknowledged()
    {
        await using var mount = await TemporaryMount.OfSizeAsync(Directory.CreateTempSubdirectory("oms-full-").FullName, 6_000_000);
        await using var server = await ServerProcess.StartAsync(data: Path.Combine(mount.Path, "data"));
        var token = await server.TokenAsync("developer");
        await server.QueryAsync(token, """mutation { createBranch(input: { name: "full" }) { errors { ... on Error { message } } } }""");

        var acknowledged = new List<string>();
        var refusal = await FillAsync(server, token, acknowledged);
        refusal.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("STORE_FULL");
        refusal.GetProperty("message").GetString()!.ShouldContain("Nothing of this request was stored");
        (await NamesAsync(server, token)).ShouldBe(acknowledged, ignoreOrder: true);

        await mount.ResizeAsync(60_000_000);
        (await CommitAsync(server, token, "AfterTheFlood")).GetProperty("data").GetProperty("commit").GetProperty("commit").ValueKind.ShouldBe(JsonValueKind.Object);
        await server.KillAsync();
        await server.RestartAsync();
        (await NamesAsync(server, token)).ShouldBe([.. acknowledged, "AfterTheFlood"], ignoreOrder: true);
    }

    private static async Task<JsonElement> FillAsync(ServerProcess server, string token, List<string> acknowledged)
    {
        for (var i = 0; i < 2_000; i++)
        {
            var answer = await CommitAsync(server, token, $"Filler{i}");
            if (answer.TryGetProperty("errors", out var errors))
                return errors[0];
            answer.GetProperty("data").GetProperty("commit").GetProperty("commit").ValueKind.ShouldBe(JsonValueKind.Object, answer.ToString());
            acknowledged.Add($"Filler{i}");
        }

        throw new InvalidOperationException("The disk never became full.");
    }

    // Text that does not compress, as long as a description may be.
    private static Task<JsonElement> CommitAsync(ServerProcess server, string token, string name)
    {
        var noise = new byte[740];
        new Random(name.GetHashCode(StringComparison.Ordinal)).NextBytes(noise);
        return server.QueryAsync(token, Commit, new { name, description = Convert.ToBase64String(noise) });
    }

    private static async Task<string[]> NamesAsync(ServerProcess server, string token)
    {
        var answer = await server.QueryAsync(token, """{ ontology(branch: "full") { objectTypes(first: 1000) { nodes { name } } } }""");
        var nodes = answer.GetProperty("data").GetProperty("ontology").GetProperty("objectTypes").GetProperty("nodes");
        return [.. nodes.EnumerateArray().Select(n => n.GetProperty("name").GetString()!)];
    }
}
