using System.Text.Json;
using System.Text.RegularExpressions;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.House;

/// <summary>
/// Follows the tour of README.md against a fresh server with the sample: every <c>graphql</c> block is sent, and the <c>json</c> block
/// after it is the answer. In the answer <c>"…"</c> stands for any value, and a last list item <c>"…"</c> for any further ones.
/// </summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public async Task Every_step_of_the_tour_answers_what_the_readme_shows()
    {
        var steps = Steps().ToArray();
        steps.Length.ShouldBeGreaterThanOrEqualTo(6);
        await using var server = await ServerProcess.StartAsync("schemaorg");
        var tokens = new Dictionary<string, string>();
        foreach (var (user, role, document, shown) in steps)
        {
            if (!tokens.TryGetValue(user, out var token))
                tokens[user] = token = await server.TokenAsync(role, user);
            var answer = await server.QueryAsync(token, document);
            Differences(shown, answer, "$").ShouldBeEmpty($"{document}\nanswered\n{answer}");
        }
    }

    private static IEnumerable<(string User, string Role, string Document, JsonElement Shown)> Steps()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));
        var blocks = Blocks().Matches(text).Select(m => (Language: m.Groups[1].Value, Text: m.Groups[2].Value)).ToArray();
        for (var i = 0; i + 1 < blocks.Length; i++)
        {
            if (blocks[i].Language != "graphql")
                continue;
            blocks[i + 1].Language.ShouldBe("json", $"the answer is missing after\n{blocks[i].Text}");
            var by = By().Match(blocks[i].Text);
            yield return (by.Success ? by.Groups[1].Value : "ann", by.Success ? by.Groups[2].Value : "admin", blocks[i].Text, JsonElement.Parse(blocks[i + 1].Text));
        }
    }

    private static IEnumerable<string> Differences(JsonElement shown, JsonElement answer, string path)
    {
        if (shown.ValueKind == JsonValueKind.String && shown.GetString() == "…")
            return [];
        if (shown.ValueKind != answer.ValueKind)
            return [$"{path}: {answer.ValueKind} instead of {shown.ValueKind}"];
        return shown.ValueKind switch
        {
            JsonValueKind.Object => OfObjects(shown, answer, path),
            JsonValueKind.Array => OfLists(shown.EnumerateArray().ToArray(), answer.EnumerateArray().ToArray(), path),
            _ => shown.GetRawText() == answer.GetRawText() || (shown.ValueKind == JsonValueKind.String && Like(shown.GetString()!, answer.GetString()!)) ? [] : [$"{path}: {answer} instead of {shown}"],
        };
    }

    // A shown text may hold … inside as well.
    private static bool Like(string shown, string answer) =>
        shown.Contains('…', StringComparison.Ordinal)
            ? Regex.IsMatch(answer, "^" + string.Join(".*", shown.Split('…').Select(Regex.Escape)) + "$", RegexOptions.Singleline)
            : shown == answer;

    private static IEnumerable<string> OfObjects(JsonElement shown, JsonElement answer, string path)
    {
        foreach (var property in shown.EnumerateObject())
        {
            if (!answer.TryGetProperty(property.Name, out var value))
                yield return $"{path}.{property.Name}: missing";
            else
                foreach (var difference in Differences(property.Value, value, $"{path}.{property.Name}"))
                    yield return difference;
        }

        foreach (var property in answer.EnumerateObject().Where(p => !shown.TryGetProperty(p.Name, out _)))
            yield return $"{path}.{property.Name}: not shown";
    }

    private static IEnumerable<string> OfLists(JsonElement[] shown, JsonElement[] answer, string path)
    {
        var open = shown.Length > 0 && shown[^1].ValueKind == JsonValueKind.String && shown[^1].GetString() == "…";
        var count = open ? shown.Length - 1 : shown.Length;
        if (open ? answer.Length < count : answer.Length != count)
            return [$"{path}: {answer.Length} items instead of {count}"];
        return Enumerable.Range(0, count).SelectMany(i => Differences(shown[i], answer[i], $"{path}[{i}]"));
    }

    [GeneratedRegex(@"^```(\w+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^# as (\w+), (\w+)")]
    private static partial Regex By();
}
