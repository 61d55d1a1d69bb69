using System.CommandLine;
using System.Text.Json;

namespace Oms.Graph.CommandLine;

/// <summary><c>diff A..B</c>: what differs between two versions, by meaning, in words.</summary>
internal static class DiffCommand
{
    private const string Document = """
        query ($base: RevisionInput!, $head: RevisionInput!, $language: String!, $after: String) { diff(base: $base, head: $head, first: 1000, after: $after) {
          nodes { kind operation path element member name before after sentence(language: $language) } pageInfo { hasNextPage endCursor }
        } }
        """;

    private static readonly Argument<string> Range = new("A..B") { Description = $"The two versions; each is {Reference.Explained}. A left out is main." };
    private static readonly Option<string> Format = new("--format") { Description = "How to tell: text, json or markdown.", DefaultValueFactory = _ => "text", HelpName = "FORMAT" };
    private static readonly Option<string> Language = new("--language") { Description = "The language of the sentences: en or ko.", DefaultValueFactory = _ => "en", HelpName = "TAG" };

    static DiffCommand()
    {
        Format.AcceptOnlyFromAmong("text", "json", "markdown");
        Language.AcceptOnlyFromAmong("en", "ko");
    }

    /// <summary>The command.</summary>
    internal static Command Make()
    {
        var command = new Command("diff", "Tells what differs between two versions.") { Range, Format, Language };
        command.SetAction((parsed, cancellationToken) => RegistryCommand.RunAsync(parsed, RunAsync, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(RegistrySession registry, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (from, to) = Split(parsed.GetValue(Range)!);
        var @base = await Reference.ReadAsync(registry, from, cancellationToken);
        var head = await Reference.ReadAsync(registry, to, cancellationToken);
        var entries = new List<JsonElement>();
        for (string? after = null; ;)
        {
            var page = (await registry.AskAsync(Document, new { @base, head, language = parsed.GetValue(Language), after }, cancellationToken)).GetProperty("diff");
            entries.AddRange(page.GetProperty("nodes").EnumerateArray());
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
                break;
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        switch (parsed.GetValue(Format))
        {
            case "json":
                JsonOutput.Write(new { @base = from, head = to, changes = entries });
                break;
            case "markdown":
                Markdown(from, to, entries);
                break;
            default:
                Print(entries);
                break;
        }

        return ExitCode.Done;
    }

    private static (string From, string To) Split(string range)
    {
        var at = range.IndexOf("..", StringComparison.Ordinal);
        if (at < 0 || at + 2 == range.Length)
            throw new CommandFailedException(ExitCode.Usage, $"'{range}' is no range; write A..B, for example main..feature/visits");
        return (at == 0 ? "main" : range[..at], range[(at + 2)..]);
    }

    private static void Print(List<JsonElement> entries)
    {
        var terminal = Terminal.Output;
        foreach (var entry in entries)
        {
            var (sign, colour) = entry.GetProperty("operation").GetString() switch
            {
                "ADD" => ("+", "green"),
                "DELETE" => ("-", "red"),
                "RENAME" => (">", "cyan"),
                "MOVE" => ("=", "cyan"),
                _ => ("~", "yellow"),
            };
            terminal.Line($"{terminal.In(colour, sign)} {Terminal.Clean(entry.GetProperty("sentence").GetString()!)}");
        }

        terminal.Line(Sum(entries));
    }

    private static void Markdown(string from, string to, List<JsonElement> entries)
    {
        var terminal = Terminal.Output;
        terminal.Line($"# {MarkdownText.Escaped(from)} to {MarkdownText.Escaped(to)}");
        foreach (var element in entries.GroupBy(e => e.GetProperty("element").GetString()))
        {
            terminal.Line();
            terminal.Line($"## {MarkdownText.Escaped(element.Last().GetProperty("name").GetString()!)}");
            terminal.Line();
            foreach (var entry in element)
                terminal.Line($"- {MarkdownText.Escaped(entry.GetProperty("sentence").GetString()!)}");
        }

        terminal.Line();
        terminal.Line(Sum(entries));
    }

    private static string Sum(List<JsonElement> entries) => entries.Count == 0
        ? "no difference"
        : $"{Counted(entries.Count, "difference")} in {Counted(entries.Select(e => e.GetProperty("element").GetString()).Distinct().Count(), "element")}";

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{count:N0} {what}s";
}
