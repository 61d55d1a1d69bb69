using System.CommandLine;
using System.Text.Json;

namespace Oms.Graph.CommandLine;

/// <summary><c>log</c>: the commits that lead to a version, newest first, all or those that changed one element.</summary>
internal static class LogCommand
{
    private const int PageSize = 50;
    private const int MaxAuthor = 20;

    private const string Commits = "nodes { hash shortHash time author message issues { id } parents { hash } } pageInfo { hasNextPage endCursor }";

    private const string Log = "query ($branch: String!, $at: VersionInput, $first: Int, $after: String) { ontology(branch: $branch, at: $at) { commit { log(first: $first, after: $after) { " + Commits + " } } } }";

    private static readonly Argument<string> Version = new("REF") { Description = $"The version: {Reference.Explained}.", DefaultValueFactory = _ => "main" };
    private static readonly Option<string?> Element = new("--element") { Description = "Only the commits that changed the element of this name or stable id.", HelpName = "NAME" };
    private static readonly Option<int> Most = new("--limit") { Description = "How many at most.", DefaultValueFactory = _ => 50, HelpName = "N" };
    private static readonly Option<string> Format = new("--format") { Description = "How to tell: text or json.", DefaultValueFactory = _ => "text", HelpName = "FORMAT" };

    static LogCommand()
    {
        Format.AcceptOnlyFromAmong("text", "json");
        Most.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValueOrDefault<int>() < 1)
                result.AddError("--limit is 1 or more");
        });
    }

    /// <summary>The command.</summary>
    internal static Command Make()
    {
        var command = new Command("log", "Lists the commits that lead to a version, newest first.") { Version, Element, Most, Format };
        command.SetAction((parsed, cancellationToken) => RegistryCommand.RunAsync(parsed, RunAsync, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(RegistrySession registry, ParseResult parsed, CancellationToken cancellationToken)
    {
        var version = await Reference.ReadAsync(registry, parsed.GetValue(Version)!, cancellationToken);
        var commits = parsed.GetValue(Element) is { } element
            ? await OfElementAsync(registry, version, element, parsed.GetValue(Most), cancellationToken)
            : await OfVersionAsync(registry, version, parsed.GetValue(Most), cancellationToken);
        if (parsed.GetValue(Format) == "json")
            JsonOutput.Write(commits);
        else
            Print(commits);
        return ExitCode.Done;
    }

    private static Task<List<JsonElement>> OfVersionAsync(RegistrySession registry, Reference version, int most, CancellationToken cancellationToken) => PagesAsync(
        most,
        async (first, after) => (await registry.AskAsync(Log, new { branch = version.Branch, at = version.At, first, after }, cancellationToken))
            .GetProperty("ontology").GetProperty("commit").GetProperty("log"));

    private static async Task<List<JsonElement>> OfElementAsync(RegistrySession registry, Reference version, string name, int most, CancellationToken cancellationToken)
    {
        var found = await ElementLookup.FindAsync(registry, version, name, cancellationToken);
        var id = found[0].GetProperty("id").GetString();
        const string History = "query ($id: ID!, $first: Int, $after: String) { node(id: $id) { ... on Element { history(first: $first, after: $after) { " + Commits + " } } } }";
        return await PagesAsync(most, async (first, after) => (await registry.AskAsync(History, new { id, first, after }, cancellationToken)).GetProperty("node").GetProperty("history"));
    }

    private static async Task<List<JsonElement>> PagesAsync(int most, Func<int, string?, Task<JsonElement>> read)
    {
        var all = new List<JsonElement>();
        string? after = null;
        while (all.Count < most)
        {
            var page = await read(Math.Min(PageSize, most - all.Count), after);
            all.AddRange(page.GetProperty("nodes").EnumerateArray());
            var info = page.GetProperty("pageInfo");
            if (!info.GetProperty("hasNextPage").GetBoolean())
                break;
            after = info.GetProperty("endCursor").GetString();
        }

        return all;
    }

    private static void Print(List<JsonElement> commits)
    {
        var terminal = Terminal.Output;
        var width = Math.Min(MaxAuthor, commits.Select(c => c.GetProperty("author").GetString()!.Length).DefaultIfEmpty(0).Max());
        foreach (var commit in commits)
        {
            var issues = string.Join(", ", commit.GetProperty("issues").EnumerateArray().Select(i => i.GetProperty("id").GetString()));
            var merge = commit.GetProperty("parents").GetArrayLength() > 1 ? " (merge)" : string.Empty;
            terminal.Line($"{terminal.In("yellow", commit.GetProperty("shortHash").GetString()!)}  {commit.GetProperty("time").GetDateTimeOffset():yyyy-MM-dd HH:mm}  "
                + $"{Terminal.Clean(commit.GetProperty("author").GetString()!, MaxAuthor).PadRight(width)}  {Terminal.Clean(commit.GetProperty("message").GetString()!)}"
                + $"{terminal.In("cyan", merge)}{(issues.Length > 0 ? terminal.In("dim", $"  [{Terminal.Clean(issues)}]") : string.Empty)}");
        }
    }
}
