using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.BananaCakePop;

public sealed class ExplorerTests
{
    [Fact]
    public async Task A_newcomer_opens_it_with_a_token_and_sees_data_and_live_changes()
    {
        await using var server = await ServerProcess.StartAsync();
        var token = await server.TokenAsync("admin", "ann");
        await using var chromium = await Chromium.StartAsync();
        var explorer = new ExplorerPage(chromium.Page);

        await explorer.OpenAsync($"http://127.0.0.1:{server.Port}/graphql");
        await explorer.AuthorizeAsync(token);
        await explorer.ReloadSchemaAsync();
        await explorer.RunAsync("Query", "{ me { subject } branches { nodes { name state } } }");
        await explorer.ShowsAsync("\"subject\": \"ann\"");
        await explorer.ShowsAsync("\"state\": \"ACTIVE\"");

        await explorer.RunAsync("Subscription", "subscription { branchUpdated { ... on BranchUpdate { branch { name } } } }");
        await CreateBranchesUntilAsync(server, token, explorer.ShowsAsync("\"name\": \"seen-"));

        StaysAtHome(chromium, server.Port);
    }

    // The page does not say when its subscription has begun, so changes are made until one is shown.
    private static async Task CreateBranchesUntilAsync(ServerProcess server, string token, Task seen)
    {
        for (var i = 0; !seen.IsCompleted; i++)
        {
            await server.QueryAsync(token, $$"""mutation { createBranch(input: { name: "seen-{{i}}" }) { branch { name } } }""");
            await Task.WhenAny(seen, Task.Delay(500));
        }

        await seen;
    }

    private static void StaysAtHome(Chromium chromium, int port)
    {
        chromium.Addresses.ShouldContain(address => address.StartsWith("ws://", StringComparison.Ordinal));
        chromium.Addresses.Where(address => !IsHome(new Uri(address), port)).ShouldBeEmpty();
        chromium.Console.Where(line => line.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        chromium.Console.Where(line => !line.StartsWith("Failed to load resource", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static bool IsHome(Uri address, int port) =>
        address.Scheme is "data" or "blob" || (address.Host == "127.0.0.1" && address.Port == port);
}
