using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Oms.Engine.Tests.Redis;
using Oms.Engine.Tests;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Hosting;

/// <summary>Servers that share a Redis, as their clients and operators see them.</summary>
public sealed class RedisThroughTheDoor
{
    private const string Document = "{ me { __typename } }";
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document)));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_that_one_was_brought_is_known_to_the_other_and_without_Redis_both_go_on()
    {
        await using var redis = await RedisServerProcess.StartAsync();
        var settings = new Dictionary<string, string> { ["Redis__Configuration"] = redis.Configuration };
        await using var one = await ServerProcess.StartAsync(settings: settings);
        await using var two = await ServerProcess.StartAsync(settings: settings);
        var (first, second) = (await one.TokenAsync("viewer"), await two.TokenAsync("viewer"));

        (await AskAsync(two, second, null)).ShouldContain("PersistedQueryNotFound");
        (await AskAsync(one, first, Document)).ShouldContain("\"data\":{\"me\"");
        (await AskAsync(two, second, null)).ShouldContain("\"data\":{\"me\"");
        (await HealthAsync(one)).ShouldBe(("ready", "ok"));

        await redis.KillAsync();

        await Eventually.HoldsAsync(async () => await HealthAsync(one) == ("degraded", "down"));
        (await AskAsync(two, second, null)).ShouldContain("\"data\":{\"me\"");
        await one.KillAsync();
        await one.RestartAsync();
        (await AskAsync(one, first, null)).ShouldContain("PersistedQueryNotFound");
        (await AskAsync(one, first, Document)).ShouldContain("\"data\":{\"me\"");

        await redis.StartAgainAsync();
        await Eventually.HoldsAsync(async () => await HealthAsync(one) == ("ready", "ok"));
    }

    [Fact]
    public async Task A_setting_that_can_not_be_used_refuses_the_start()
    {
        var settings = new Dictionary<string, string> { ["Redis__Configuration"] = "127.0.0.1:6379", ["Redis__DocumentExpiration"] = "soon" };
        (await Should.ThrowAsync<Exception>(() => ServerProcess.StartAsync(settings: settings))).Message.ShouldContain("section Redis");
    }

    private static async Task<(string Status, string Redis)> HealthAsync(ServerProcess server)
    {
        var health = JsonElement.Parse(await server.Client.GetStringAsync("/health/ready", Cancel));
        return (health.GetProperty("status").GetString()!, health.GetProperty("redis").GetProperty("status").GetString()!);
    }

    private static async Task<string> AskAsync(ServerProcess server, string token, string? query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query, extensions = new { persistedQuery = new { version = 1, sha256Hash = Hash } } }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await server.Client.SendAsync(request, Cancel);
        return await response.Content.ReadAsStringAsync(Cancel);
    }
}
