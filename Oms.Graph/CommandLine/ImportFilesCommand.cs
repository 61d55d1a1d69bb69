using System.Collections.Immutable;
using System.CommandLine;
using Oms.Domain.Access;
using Oms.Domain.Import;
using Oms.Domain.Refusals;
using Oms.Graph.Hosting;
using Oms.Graph.Import;
using Oms.Graph.Registry;
using Spectre.Console;

namespace Oms.Graph.CommandLine;

/// <summary><c>import</c>: takes a vocabulary in from files. Where a server owns the data folder, that server does it.</summary>
internal static class ImportFilesCommand
{
    private const int MaxUnmappedTold = 20;

    private static readonly Argument<string[]> Files = new("FILE") { Description = "The files of one release, as they are or packed with gzip.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> Format = new("--format") { Description = "How the files are written: schemaorg, linkml or graphql.", Required = true, HelpName = "FORMAT" };
    private static readonly Option<string> Branch = new("--branch") { Description = "The branch to import into.", Required = true, HelpName = "NAME" };
    private static readonly Option<string[]> Issues = new("--issue") { Description = "An issue that it belongs to; may be given several times.", DefaultValueFactory = _ => [], HelpName = "ID" };
    private static readonly Option<string> Message = new("--message") { Description = "Why.", Required = true, HelpName = "TEXT" };

    private static string User => Environment.UserName is { Length: > 0 } name ? name : "operator";

    /// <summary>The command.</summary>
    internal static Command Make()
    {
        Format.AcceptOnlyFromAmong([.. Enum.GetNames<ImportFormat>().Select(n => n.ToLowerInvariant())]);
        var command = new Command("import", "Imports a vocabulary: one commit of what differs from the branch.") { Files, Format, Branch, Issues, Message };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = new ImportRequest
        {
            Branch = parsed.GetValue(Branch)!,
            Format = Enum.Parse<ImportFormat>(parsed.GetValue(Format)!, ignoreCase: true),
            Files = [.. parsed.GetValue(Files)!.Select(ImportFile.OnDisk)],
            Issues = [.. parsed.GetValue(Issues)!],
            Message = parsed.GetValue(Message)!,
        };
        var result = await WithProgressAsync(request, r => ImportAsync(parsed, r, cancellationToken));
        if (result.IsOk)
            Print(result.Value);
        else
            foreach (var refusal in result.Refusals)
                await Console.Error.WriteLineAsync($"{refusal.Code}: {refusal.Message}");
        return result.IsOk ? ExitCode.Done : ExitCode.For(result.Refusals.Select(r => r.Code));
    }

    private static async Task<Result<ImportAnswer>> ImportAsync(ParseResult parsed, ImportRequest request, CancellationToken cancellationToken)
    {
        var data = parsed.GetValue(OmsCommand.Data)!;
        DataFolder folder;
        try
        {
            folder = DataFolder.Own(data);
        }
        catch (StartRefusedException) when (RunningServer.Read(DataFolder.Create(data)) is not null)
        {
            var path = DataFolder.Create(data);
            return await new ImportThroughServer(RunningServer.Read(path)!, path, User).ImportAsync(request, cancellationToken);
        }

        using (folder)
        {
            await using var application = await Application.BuildAsync(folder.Path, OmsCommand.StoreOf(parsed), "http://127.0.0.1:0", cancellationToken);
            var registry = application.Services.GetRequiredService<OntologyRegistry>();
            var context = registry.ContextFor(new Actor(User, [Role.Admin], null, "oms import"), registry.Ids.Next().ToString("N"));
            return await application.Services.GetRequiredService<ImportCommand>().ExecuteAsync(context, request, cancellationToken);
        }
    }

    // On standard error, so that standard output has the outcome only.
    private static Task<Result<ImportAnswer>> WithProgressAsync(ImportRequest request, Func<ImportRequest, Task<Result<ImportAnswer>>> import)
    {
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected)
            return import(request);
        return terminal.Status().StartAsync("importing", status => import(request with
        {
            Progress = p => status.Status = $"{Markup.Escape(p.File)}: {p.Bytes / 1024:N0} KiB",
        }));
    }

    private static void Print(ImportAnswer answer)
    {
        var summary = answer.Summary;
        foreach (var (kind, count) in summary.Elements)
            Console.WriteLine($"{count,8:N0}  {kind}");
        Console.WriteLine(
            $"created {summary.Created:N0}, updated {summary.Updated:N0}, renamed {summary.Renamed:N0}, deprecated {summary.Deprecated:N0} ({summary.Vanished:N0} vanished), deleted {summary.Deleted:N0}, restored {summary.Restored:N0}, unchanged {summary.Unchanged:N0}");
        Print(summary.Unmapped);
        Console.WriteLine(answer.Commit is { } commit ? $"commit {commit} on {answer.Branch}" : $"{answer.Branch} has all of it already; no commit was made");
    }

    private static void Print(ImmutableArray<Unmapped> unmapped)
    {
        if (unmapped.IsEmpty)
            return;
        Console.WriteLine($"no place for {unmapped.Length:N0} things in the files:");
        foreach (var one in unmapped.Take(MaxUnmappedTold))
            Console.WriteLine($"  {one.Subject}: {one.Reason}");
        if (unmapped.Length > MaxUnmappedTold)
            Console.WriteLine($"  and {unmapped.Length - MaxUnmappedTold:N0} more");
    }
}
