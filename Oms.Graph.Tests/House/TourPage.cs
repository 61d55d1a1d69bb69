using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;

namespace Oms.Graph.Tests.House;

/// <summary>
/// A page that shows requests and their answers: every <c>graphql</c> block is a request, and the <c>json</c> block after it is the answer. In the
/// answer <c>"…"</c> stands for any value, and a last list item <c>"…"</c> for any further ones.
/// </summary>
internal static partial class TourPage
{
    /// <summary>The requests of a page, with who sends them and what is shown as the answer.</summary>
    public static IEnumerable<(string User, string Role, string Document, JsonElement Shown)> Steps(string file)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));
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

    /// <summary>How an answer differs from the one that is shown; nothing where it does not.</summary>
    public static IEnumerable<string> Differences(JsonElement shown, JsonElement answer, string path)
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
