using System.CommandLine;
using System.Text.Json;

namespace Oms.Graph.CommandLine;

/// <summary><c>merge --dry-run</c>: what a merge would come to, and what it would ask. Nothing is written.</summary>
internal static class MergeTrialCommand
{
    private const string Document = """
        mutation ($input: MergeBranchInput!) { mergeBranch(input: $input) {
          report { tree isClean isFastForward changedElements openConflicts mergeBases { shortHash }
            conflicts(first: 1000) { totalCount nodes { id kind semantic severity path strategy isOpen resolution message options { choice result } consequences { by } } } }
          errors { ... on Error { code message } } } }
        """;

    private const string NothingChanged = "NOTHING_CHANGED";

    private static readonly Argument<string> From = new("FROM") { Description = "The branch that would be merged." };
    private static readonly Option<string> Into = new("--into") { Description = "The branch that it would be merged into.", DefaultValueFactory = _ => "main", HelpName = "BRANCH" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only say what it would come to. The merge itself is the mutation mergeBranch." };
    private static readonly Option<string> Format = new("--format") { Description = "How to tell: text, json or markdown.", DefaultValueFactory = _ => "text", HelpName = "FORMAT" };

    static MergeTrialCommand() => Format.AcceptOnlyFromAmong("text", "json", "markdown");

    /// <summary>The command.</summary>
    internal static Command Make()
    {
        var command = new Command("merge", "Says what a merge would come to, and what it would ask.") { From, Into, DryRun, Format };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(DryRun))
                result.AddError("merge takes --dry-run: a merge itself is made by the mutation mergeBranch");
        });
        command.SetAction((parsed, cancellationToken) => RegistryCommand.RunAsync(parsed, RunAsync, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(RegistrySession registry, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (from, into) = (parsed.GetValue(From)!, parsed.GetValue(Into)!);
        var input = new { from, into, message = $"merge {from}", dryRun = true };
        var payload = (await registry.AskAsync(Document, new { input }, cancellationToken)).GetProperty("mergeBranch");
        var report = payload.GetProperty("report");
        var refusals = Refusals(payload.GetProperty("errors"));
        switch (parsed.GetValue(Format))
        {
            case "json":
                JsonOutput.Write(new { from, into, report, refusals = refusals.Select(r => new { code = r.Code, message = r.Message }) });
                break;
            case "markdown":
                Markdown(from, into, report, refusals);
                break;
            default:
                Print(report, into, refusals);
                break;
        }

        if (refusals is [] or [(NothingChanged, _)])
            return report.ValueKind == JsonValueKind.Object && report.GetProperty("openConflicts").GetInt32() > 0 ? ExitCode.Refused : ExitCode.Done;
        return ExitCode.For(refusals.Select(r => r.Code));
    }

    // The merge itself would be asked for an issue, which this is not; and what it would ask beside is in the report.
    private static List<(string Code, string Message)> Refusals(JsonElement errors) => errors.ValueKind != JsonValueKind.Array ? [] :
        [.. errors.EnumerateArray().Select(e => (e.GetProperty("code").GetString()!, e.GetProperty("message").GetString()!)).Where(e => e.Item1 is not ("ISSUE_REQUIRED" or "MERGE_CONFLICTS"))];

    private static void Print(JsonElement report, string into, List<(string Code, string Message)> refusals)
    {
        if (report.ValueKind == JsonValueKind.Object)
            Print(report);
        foreach (var (code, message) in refusals)
            if (code == NothingChanged)
                Terminal.Output.Line($"{into} has all of it already");
            else
                Console.Error.WriteLine($"{code}: {message}");
    }

    private static void Print(JsonElement report)
    {
        var terminal = Terminal.Output;
        foreach (var conflict in Conflicts(report))
        {
            var isOpen = conflict.GetProperty("isOpen").GetBoolean();
            var severity = conflict.GetProperty("severity").GetString()!;
            terminal.Line($"{terminal.In(isOpen ? "red" : "dim", $"{severity,-5}")} {Terminal.Clean(conflict.GetProperty("message").GetString()!)}  {terminal.In("dim", Settled(conflict))}");
        }

        terminal.Line(Sum(report));
    }

    private static void Markdown(string from, string into, JsonElement report, List<(string Code, string Message)> refusals)
    {
        var terminal = Terminal.Output;
        terminal.Line($"# {MarkdownText.Escaped(from)} into {MarkdownText.Escaped(into)}");
        foreach (var (code, message) in refusals)
        {
            terminal.Line();
            terminal.Line(code == NothingChanged ? $"{MarkdownText.Escaped(into)} has all of it already." : $"**Refused**: {MarkdownText.Escaped(message)} ({code})");
        }

        if (report.ValueKind != JsonValueKind.Object)
            return;
        terminal.Line();
        terminal.Line(Sum(report));
        foreach (var group in Conflicts(report).GroupBy(c => c.GetProperty("isOpen").GetBoolean()))
        {
            terminal.Line();
            terminal.Line(group.Key ? "## Questions" : "## Settled");
            terminal.Line();
            foreach (var conflict in group)
                terminal.Line($"- {conflict.GetProperty("severity").GetString()}: {MarkdownText.Escaped(conflict.GetProperty("message").GetString()!)} {MarkdownText.Escaped(Settled(conflict))}");
        }
    }

    // What waits for somebody first.
    private static IEnumerable<JsonElement> Conflicts(JsonElement report) =>
        report.GetProperty("conflicts").GetProperty("nodes").EnumerateArray().OrderByDescending(c => c.GetProperty("isOpen").GetBoolean());

    private static string Settled(JsonElement conflict) =>
        conflict.GetProperty("isOpen").GetBoolean()
            ? $"[{string.Join(" | ", conflict.GetProperty("options").EnumerateArray().Select(o => o.GetProperty("choice").GetString()))}]"
            : $"[{conflict.GetProperty("strategy").GetString() ?? conflict.GetProperty("resolution").GetString()}]";

    private static string Sum(JsonElement report)
    {
        var (open, all) = (report.GetProperty("openConflicts").GetInt32(), report.GetProperty("conflicts").GetProperty("totalCount").GetInt32());
        var changed = report.GetProperty("changedElements").GetInt32();
        var how = report.GetProperty("isFastForward").GetBoolean() ? "fast forward" : open == 0 ? "merges without a question" : $"{open:N0} to answer";
        return $"{how}, {all - open:N0} settled, {changed:N0} element{(changed == 1 ? string.Empty : "s")} changed; merge base {string.Join(" ", report.GetProperty("mergeBases").EnumerateArray().Select(b => b.GetProperty("shortHash").GetString()))}";
    }
}
