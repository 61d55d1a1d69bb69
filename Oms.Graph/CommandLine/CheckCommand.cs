using System.CommandLine;
using Oms.Domain.Compatibility;
using Oms.Domain.Refusals;
using Oms.Graph.Compatibility;

namespace Oms.Graph.CommandLine;

/// <summary><c>check</c>: says what a change means for those who use what was there before.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "The old file and the new one.", Arity = new ArgumentArity(2, 2) };
    private static readonly Option<string> Import = new("--import") { Description = "How the files are written: graphql.", Required = true, HelpName = "FORMAT" };
    private static readonly Option<string> Plane = new("--plane") { Description = "For whom: graphql.", DefaultValueFactory = _ => "graphql", HelpName = "PLANE" };
    private static readonly Option<string> Format = new("--format") { Description = "How to tell: text, json, markdown or sarif.", DefaultValueFactory = _ => "text", HelpName = "FORMAT" };
    private static readonly Option<string> FailOn = new("--fail-on") { Description = "What ends with 1: breaking, warning or none.", DefaultValueFactory = _ => "breaking", HelpName = "LEVEL" };

    static CheckCommand()
    {
        Import.AcceptOnlyFromAmong("graphql");
        Plane.AcceptOnlyFromAmong("graphql");
        Format.AcceptOnlyFromAmong(ReportFormat.Names);
        FailOn.AcceptOnlyFromAmong("breaking", "warning", "none");
    }

    /// <summary>The command.</summary>
    internal static Command Make()
    {
        var command = new Command("check", "Says what a change means for those who use what was there before.") { Files, Import, Plane, Format, FailOn };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var files = parsed.GetValue(Files)!;
        return await EndAsync(FileCheck.GraphQl(files[0], files[1], cancellationToken), parsed);
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
