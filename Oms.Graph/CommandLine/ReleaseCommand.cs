using System.CommandLine;
using System.Text.Json;

namespace Oms.Graph.CommandLine;

/// <summary><c>release</c>: names a commit by a semantic version, at least the one that the change since the release before forces.</summary>
internal static class ReleaseCommand
{
    private const string Document = """
        mutation ($input: CreateReleaseInput!) { createRelease(input: $input) {
          release { version branch by at step level commit { hash shortHash } previous { version } } minimumVersion errors { ... on Error { code message } } } }
        """;

    private static readonly Argument<string?> Version = new("VERSION") { Description = "The version; without it the least that the change allows.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> PreRelease = new("--pre-release") { Description = "Make a numbered pre-release of it, for example rc for 2.0.0-rc.1.", HelpName = "ID" };
    private static readonly Option<string> Branch = new("--branch") { Description = "The branch whose history holds the commit.", DefaultValueFactory = _ => "main", HelpName = "NAME" };
    private static readonly Option<string?> Commit = new("--commit") { Description = "The commit; without it the branch's head.", HelpName = "ID" };
    private static readonly Option<string> Notes = new("--notes") { Description = "What there is to say of it.", DefaultValueFactory = _ => string.Empty, HelpName = "TEXT" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only say what it would be." };
    private static readonly Option<string> Format = new("--format") { Description = "How to tell: text or json.", DefaultValueFactory = _ => "text", HelpName = "FORMAT" };

    static ReleaseCommand() => Format.AcceptOnlyFromAmong("text", "json");

    /// <summary>The command.</summary>
    internal static Command Make()
    {
        var command = new Command("release", "Names a commit by a semantic version.") { Version, PreRelease, Branch, Commit, Notes, DryRun, Format };
        command.SetAction((parsed, cancellationToken) => RegistryCommand.RunAsync(parsed, RunAsync, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(RegistrySession registry, ParseResult parsed, CancellationToken cancellationToken)
    {
        var input = new Dictionary<string, object> { ["branch"] = parsed.GetValue(Branch)!, ["notes"] = parsed.GetValue(Notes)!, ["dryRun"] = parsed.GetValue(DryRun) };
        if (parsed.GetValue(Version) is { } version)
            input["version"] = version;
        if (parsed.GetValue(PreRelease) is { } preRelease)
            input["preRelease"] = preRelease;
        if (parsed.GetValue(Commit) is { } commit)
            input["commit"] = commit;
        var payload = (await registry.AskAsync(Document, new { input }, cancellationToken)).GetProperty("createRelease");
        if (payload.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors)
        {
            foreach (var error in errors.EnumerateArray())
                await Console.Error.WriteLineAsync($"{error.GetProperty("code").GetString()}: {error.GetProperty("message").GetString()}");
            return ExitCode.For(errors.EnumerateArray().Select(e => e.GetProperty("code").GetString()!));
        }

        var release = payload.GetProperty("release");
        if (parsed.GetValue(Format) == "json")
            JsonOutput.Write(release);
        else
            Print(release, parsed.GetValue(DryRun));
        return ExitCode.Done;
    }

    private static void Print(JsonElement release, bool isDryRun)
    {
        var since = release.GetProperty("previous") is { ValueKind: JsonValueKind.Object } previous
            ? $"{release.GetProperty("step").GetString()!.ToLowerInvariant()} since {previous.GetProperty("version").GetString()}"
            : "the first";
        Terminal.Output.Line($"{(isDryRun ? "would be " : string.Empty)}{release.GetProperty("version").GetString()} at {release.GetProperty("commit").GetProperty("shortHash").GetString()}, {since}");
    }
}
