using System.CommandLine;
using Oms.Domain.Storage;
using Oms.Graph.Hosting;

namespace Oms.Graph.CommandLine;

/// <summary><c>compact</c>: packs what a store keeps, takes out what nothing leads to, and gives the space back. A server does the first two by itself.</summary>
internal static class CompactCommand
{
    /// <summary>The command.</summary>
    internal static Command Make()
    {
        var command = new Command("compact", "Takes less room for the same history.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            using var folder = DataFolder.Own(DataFolder.Existing(parsed.GetValue(OmsCommand.Data)!));
            await using var store = OmsCommand.StoreOf(parsed).Open(folder.Path, OmsCommand.Settings());
            Print(await store.CompactAsync(CompactionExtent.Whole, cancellationToken));
            return ExitCode.Done;
        }
        catch (StartRefusedException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.Server;
        }
        catch (StoreException e)
        {
            await Console.Error.WriteLineAsync($"{e.Code}: {e.Message}");
            return ExitCode.Server;
        }
    }

    private static void Print(CompactionOutcome outcome)
    {
        Console.WriteLine($"packed {outcome.Objects:N0} objects and {outcome.LogEntries:N0} log entries, collected {outcome.Collected:N0} objects");
        var saved = outcome.BytesBefore == 0 ? 0 : 100.0 * (outcome.BytesBefore - outcome.BytesAfter) / outcome.BytesBefore;
        Console.WriteLine(FormattableString.Invariant($"{outcome.BytesBefore:N0} bytes before, {outcome.BytesAfter:N0} now: {saved:0.0} % saved"));
    }
}
