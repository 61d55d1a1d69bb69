using System.CommandLine;
using System.CommandLine.Parsing;
using Oms.Domain.Compatibility;
using Oms.Domain.Refusals;
using Oms.Graph.Compatibility;

namespace Oms.Graph.CommandLine;

/// <summary>
/// <c>check</c>: says what a change means for those who use what was there before: between two files (<c>--import</c>), or between two versions
/// of the registry (<c>--against</c>).
/// </summary>
internal static class CheckCommand
{
    private static readonly Argument<string[]> What = new("FILE|REF")
    {
        Description = $"With --import the old file and the new one; with --against the version to judge, by default main: {Reference.Explained}.", Arity = new ArgumentArity(0, 2),
    };

    private static readonly Option<string?> Against = new("--against") { Description = "The version that consumers know.", HelpName = "REF" };
    private static readonly Option<string?> Import = new("--import") { Description = "How the files are written: graphql.", HelpName = "FORMAT" };
    private static readonly Option<string?> Plane = new("--plane") { Description = "For whom: graphql, and of the registry also openapi, index, actions or sdk; all of them where it is left out.", HelpName = "PLANE" };
    private static readonly Option<string> Format = new("--format") { Description = "How to tell: text, json, markdown or sarif.", DefaultValueFactory = _ => "text", HelpName = "FORMAT" };
    private static readonly Option<string> FailOn = new("--fail-on") { Description = "What ends with 1: breaking, warning or none.", DefaultValueFactory = _ => "breaking", HelpName = "LEVEL" };

    static CheckCommand()
    {
        Import.AcceptOnlyFromAmong("graphql");
        Plane.AcceptOnlyFromAmong([.. Enum.GetNames<Plane>().Select(n => n.ToLowerInvariant())]);
        Format.AcceptOnlyFromAmong(ReportFormat.Names);
        FailOn.AcceptOnlyFromAmong("breaking", "warning", "none");
    }

    /// <summary>The command.</summary>
    internal static Command Make()
    {
        var command = new Command("check", "Says what a change means for those who use what was there before.") { What, Against, Import, Plane, Format, FailOn };
        command.Validators.Add(Validate);
        command.SetAction(RunAsync);
        return command;
    }

    // By what was typed: a value that is none of those allowed can not be asked for, and is told of by its option.
    private static void Validate(CommandResult result)
    {
        var (against, import, files) = (Given(result, Against), Given(result, Import), result.GetResult(What)?.Tokens.Count ?? 0);
        if (against is null == import is null)
            result.AddError("check takes --import graphql with two files, or --against REF with one version at most");
        else if (import is not null && files != 2)
            result.AddError("check --import takes the old file and the new one");
        else if (import is not null && Given(result, Plane) is not (null or "graphql"))
            result.AddError("files are judged for the plane graphql");
        else if (against is not null && files > 1)
            result.AddError("check --against takes one version to judge");
    }

    private static string? Given(CommandResult result, Option option) => result.GetResult(option) is { Tokens: [var token, ..] } ? token.Value : null;

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Against) is not null)
            return await RegistryCommand.RunAsync(parsed, CheckVersionsAsync, cancellationToken);
        var files = parsed.GetValue(What)!;
        return await EndAsync(FileCheck.GraphQl(files[0], files[1], cancellationToken), parsed);
    }

    private static async Task<int> CheckVersionsAsync(RegistrySession registry, ParseResult parsed, CancellationToken cancellationToken)
    {
        var head = parsed.GetValue(What) is [var named, ..] ? named : "main";
        return await EndAsync(await VersionCheck.RunAsync(registry, parsed.GetValue(Against)!, head, parsed.GetValue(Plane), cancellationToken), parsed);
    }

    private static async Task<int> EndAsync(Result<CompatibilityReport> result, ParseResult parsed)
    {
        if (!result.IsOk)
        {
            foreach (var refusal in result.Refusals)
                await Console.Error.WriteLineAsync($"{refusal.Code}: {refusal.Message}");
            return ExitCode.Usage;
        }

        await using (var output = Console.OpenStandardOutput())
        await using (var buffered = new BufferedStream(output, 1 << 16))
            ReportFormat.Write(result.Value, parsed.GetValue(Format)!, buffered);
        return Fails(result.Value.Verdict, parsed.GetValue(FailOn)!) ? ExitCode.Refused : ExitCode.Done;
    }

    private static bool Fails(Criticality verdict, string level) => level switch
    {
        "breaking" => verdict == Criticality.Breaking,
        "warning" => verdict >= Criticality.Dangerous,
        _ => false,
    };
}
