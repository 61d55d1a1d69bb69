using System.CommandLine;
using System.Text.Json;

namespace Oms.Graph.CommandLine;

/// <summary><c>blame</c>: which commit last changed an element and each of its members, with author and issues.</summary>
internal static class BlameCommand
{
    private const int MaxAuthor = 20;

    private const string Document = """
        query ($element: ID!, $branch: String!, $at: VersionInput) { blame(element: $element, branch: $branch, at: $at) {
          member name commit { hash shortHash time author message issues { id } } proposal { key title }
        } }
        """;

    private static readonly Argument<string> Element = new("NAME") { Description = "The name or the stable id of the element." };
    private static readonly Option<string> At = new("--at") { Description = $"The version: {Reference.Explained}.", DefaultValueFactory = _ => "main", HelpName = "REF|TIME" };
    private static readonly Option<string> Format = new("--format") { Description = "How to tell: text or json.", DefaultValueFactory = _ => "text", HelpName = "FORMAT" };

    static BlameCommand() => Format.AcceptOnlyFromAmong("text", "json");

    /// <summary>The command.</summary>
    internal static Command Make()
    {
        var command = new Command("blame", "Tells which commit last changed an element and each of its members.") { Element, At, Format };
        command.SetAction((parsed, cancellationToken) => RegistryCommand.RunAsync(parsed, RunAsync, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(RegistrySession registry, ParseResult parsed, CancellationToken cancellationToken)
    {
        var version = await Reference.ReadAsync(registry, parsed.GetValue(At)!, cancellationToken);
        var found = await ElementLookup.FindAsync(registry, version, parsed.GetValue(Element)!, cancellationToken);
        var element = found[0].GetProperty("stableId").GetString();
        var data = await registry.AskAsync(Document, new { element, branch = version.Branch, at = version.At }, cancellationToken);
        var lines = data.GetProperty("blame").EnumerateArray().ToList();
        if (parsed.GetValue(Format) == "json")
            JsonOutput.Write(lines);
        else
            Print(lines);
        return ExitCode.Done;
    }

    private static void Print(List<JsonElement> lines)
    {
        var terminal = Terminal.Output;
        var name = lines.Max(l => l.GetProperty("name").GetString()!.Length);
        var author = Math.Min(MaxAuthor, lines.Max(l => l.GetProperty("commit").GetProperty("author").GetString()!.Length));
        foreach (var line in lines)
        {
            var commit = line.GetProperty("commit");
            var issues = string.Join(", ", commit.GetProperty("issues").EnumerateArray().Select(i => i.GetProperty("id").GetString()));
            terminal.Line($"{terminal.In("yellow", commit.GetProperty("shortHash").GetString()!)}  {commit.GetProperty("time").GetDateTimeOffset():yyyy-MM-dd HH:mm}  "
                + $"{Terminal.Clean(commit.GetProperty("author").GetString()!, MaxAuthor).PadRight(author)}  {line.GetProperty("name").GetString()!.PadRight(name)}  "
                + $"{terminal.In("dim", $"[{Terminal.Clean(issues)}]")}");
        }
    }
}
