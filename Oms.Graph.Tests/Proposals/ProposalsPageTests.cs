using System.Text.Json;
using Oms.Graph.Tests.Door;
using Oms.Graph.Tests.House;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Proposals;

/// <summary>Follows docs/proposals.md against a fresh server. Where the page writes <c>pr-…</c>, the key of the proposal that was made last is sent.</summary>
public sealed class ProposalsPageTests
{
    [Fact]
    public async Task Every_step_answers_what_the_page_shows()
    {
        var steps = TourPage.Steps("proposals.md").ToArray();
        steps.Length.ShouldBeGreaterThanOrEqualTo(12);
        await using var server = await ServerProcess.StartAsync();
        var tokens = new Dictionary<string, string>();
        var (key, thread) = ("", "");
        foreach (var (user, role, document, shown) in steps)
        {
            if (!tokens.TryGetValue(user, out var token))
                tokens[user] = token = await server.TokenAsync(role, user);
            var sent = document.Replace("pr-…", key, StringComparison.Ordinal).Replace("th-…", thread, StringComparison.Ordinal);
            var answer = await server.QueryAsync(token, sent);
            TourPage.Differences(shown, answer, "$").ShouldBeEmpty($"{sent}\nanswered\n{answer}");
            key = Made(answer, "createProposal", "proposal") ?? key;
            thread = Made(answer, "commentOnProposal", "thread") ?? thread;
        }
    }

    private static string? Made(JsonElement answer, string field, string what) =>
        answer.TryGetProperty("data", out var data) && data.TryGetProperty(field, out var payload) && payload.TryGetProperty(what, out var made)
            && made.ValueKind == JsonValueKind.Object && made.TryGetProperty("key", out var key) ? key.GetString() : null;
}
