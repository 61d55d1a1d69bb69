using System.CommandLine;
using Oms.Domain.Storage;
using Oms.Graph.Hosting;

namespace Oms.Graph.CommandLine;

/// <summary><c>verify</c>: checks every hash, reference, chain link and document of a store, also beside the server that owns it, and names what is broken.</summary>
internal static class VerifyCommand
{
    private static readonly Option<string> Format = new("--format") { Description = "How to tell: text or json.", DefaultValueFactory = _ => "text", HelpName = "FORMAT" };

    static VerifyCommand() => Format.AcceptOnlyFromAmong("text", "json");

    /// <summary>The command.</summary>
    internal static Command Make()
    {
        var command = new Command("verify", "Checks everything that is stored, and names what is broken.") { Format };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        VerificationReport report;
        try
        {
            report = OmsCommand.StoreOf(parsed).Verify(DataFolder.Existing(parsed.GetValue(OmsCommand.Data)!), OmsCommand.Settings());
        }
        catch (StartRefusedException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode.Server;
        }

        if (parsed.GetValue(Format) == "json")
            JsonOutput.Write(new
            {
                isWhole = report.IsWhole,
                damages = report.Damages.Select(d => new { kind = d.Kind.ToString(), subject = d.Subject, message = d.Message }),
                objects = report.Objects,
                unreachable = report.Unreachable,
                commits = report.Commits,
                branches = report.Branches,
                documents = report.Documents,
                auditEntries = report.AuditEntries,
                events = report.Events,
            });
        else
            Print(report);
        return report.IsWhole ? ExitCode.Done : ExitCode.Refused;
    }

    private static void Print(VerificationReport report)
    {
        var terminal = Terminal.Output;
        foreach (var damage in report.Damages)
            terminal.Line($"{terminal.In("red", $"{damage.Kind,-16}")}  {Terminal.Clean(damage.Subject)}  {Terminal.Clean(damage.Message)}");
        terminal.Line($"{report.Objects:N0} objects ({report.Unreachable:N0} unreachable), {report.Commits:N0} commits, {report.Branches:N0} branches, "
            + $"{report.Documents:N0} documents, {report.AuditEntries:N0} audit entries, {report.Events:N0} events");
        terminal.Line(report.IsWhole ? terminal.In("green", "nothing is broken") : terminal.In("red", $"{report.Damages.Length:N0} broken"));
    }
}
