using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.House;

/// <summary>
/// Follows the tour of README.md against a fresh server with the sample: every <c>graphql</c> block is sent, and the <c>json</c> block
/// after it is the answer. In the answer <c>"…"</c> stands for any value, and a last list item <c>"…"</c> for any further ones.
/// </summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task Every_step_of_the_tour_answers_what_the_readme_shows()
    {
        var steps = TourPage.Steps("README.md").ToArray();
        steps.Length.ShouldBeGreaterThanOrEqualTo(6);
        await using var server = await ServerProcess.StartAsync("schemaorg");
        var tokens = new Dictionary<string, string>();
        foreach (var (user, role, document, shown) in steps)
        {
            if (!tokens.TryGetValue(user, out var token))
                tokens[user] = token = await server.TokenAsync(role, user);
            var answer = await server.QueryAsync(token, document);
            TourPage.Differences(shown, answer, "$").ShouldBeEmpty($"{document}\nanswered\n{answer}");
        }
    }
}
