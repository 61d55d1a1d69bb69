using System.Text.Json;
using Oms.Engine.Tests;
using Oms.Graph.Tests.Door;

namespace Oms.Graph.Tests.Proposals;

/// <summary>A target with a policy, a branch with work on it, and the proposal between them.</summary>
internal sealed class ProposalFork(SharedServer server, string name)
{
    internal string Main => $"{name}/main";

    internal string Work => $"{name}/work";

    internal string Type => "Type" + char.ToUpperInvariant(name[0]) + name[1..];

    internal string Key { get; private set; } = "";

    internal string Element { get; private set; } = "";

    internal static async Task<ProposalFork> MakeAsync(SharedServer server, string name, object? policy = null, bool propose = true)
    {
        var fork = new ProposalFork(server, name);
        await server.BranchAsync(fork.Main);
        await server.DoAsync("setReviewPolicy", new { branch = fork.Main, policy = policy ?? new { requireProposal = false }, reason = "test" }, "branch { name }", "admin");
        await server.BranchFromAsync(fork.Work, fork.Main);
        var made = await server.DoAsync(
            "commit",
            new { branch = fork.Work, message = "work", issues = new[] { "OMS-1" }, operations = new object[] { new { createObjectType = new { name = fork.Type } } } },
            "results { element }");
        fork.Element = made.Text("results.0.element")!;
        if (propose)
            fork.Key = await fork.ProposeAsync(fork.Work);
        return fork;
    }

    internal async Task<string> ProposeAsync(string source, string? target = null) =>
        (await server.DoAsync("createProposal", new { source, target = target ?? Main, title = name, issues = new[] { "OMS-1" } }, "proposal { key }")).Text("proposal.key")!;

    internal Task<JsonElement> ApproveAsync(string? key = null) =>
        server.DoAsync("approveProposal", new { proposal = key ?? Key }, "proposal { status }", "reviewer");

    internal async Task<JsonElement> ShowAsync(string selection, string? key = null) =>
        (await server.ReadAsync($"query ($key: String!) {{ proposal(key: $key) {{ {selection} }} }}", new { key = key ?? Key })).At("proposal");

    internal async Task<JsonElement> UntilAsync(string selection, Func<JsonElement, bool> holds, string? key = null)
    {
        JsonElement shown = default;
        await Eventually.HoldsAsync(async () => holds(shown = await ShowAsync(selection, key)), seen: () => shown.ToString());
        return shown;
    }
}
