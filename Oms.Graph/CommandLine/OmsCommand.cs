using System.CommandLine;
using Oms.Graph.Hosting;

namespace Oms.Graph.CommandLine;

/// <summary>The program's command line: without a command it serves; the commands are its subcommands.</summary>
internal static class OmsCommand
{
    /// <summary>Where everything is kept; every command takes it.</summary>
    internal static readonly Option<string> Data = new("--data")
    {
        Description = "The folder that everything is kept in.", DefaultValueFactory = _ => "./data", Recursive = true, HelpName = "DIR",
    };

    /// <summary>Which product keeps it.</summary>
    internal static readonly Option<string> Store = new("--store")
    {
        Description = "What keeps the registry: sqlite in the data folder, or postgresql for more than one server.",
        DefaultValueFactory = _ => StoreSettings.Sqlite, Recursive = true, HelpName = "NAME",
    };

    /// <summary>Where a store that is not in the data folder is.</summary>
    internal static readonly Option<string?> Connection = new("--connection")
    {
        Description = "The connection to the store, as Npgsql reads it; without it, the setting Store:Connection.", Recursive = true, HelpName = "TEXT",
    };

    static OmsCommand() => Store.AcceptOnlyFromAmong(StoreSettings.Sqlite, StoreSettings.PostgreSql);

    /// <summary>The store that the arguments name.</summary>
    internal static StoreSettings StoreOf(ParseResult parsed) => new(parsed.GetValue(Store)!, parsed.GetValue(Connection));

    /// <summary>The settings that the program reads beside its arguments.</summary>
    internal static IConfiguration Settings() =>
        WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }).Configuration;

    /// <summary>Runs the program.</summary>
    internal static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("OMS keeps the definitions of an organisation's things and serves them as one typed graph.")
        {
            Data, Store, Connection, ServeCommand.Urls, ServeCommand.SampleName,
        };
        root.SetAction(ServeCommand.RunAsync);
        root.Subcommands.Add(TokenCommand.Make());
        root.Subcommands.Add(ImportFilesCommand.Make());
        root.Subcommands.Add(CheckCommand.Make());
        root.Subcommands.Add(LogCommand.Make());
        root.Subcommands.Add(ShowCommand.Make());
        root.Subcommands.Add(DiffCommand.Make());
        root.Subcommands.Add(BlameCommand.Make());
        root.Subcommands.Add(MergeTrialCommand.Make());
        root.Subcommands.Add(ReleaseCommand.Make());
        root.Subcommands.Add(VerifyCommand.Make());
        root.Subcommands.Add(CompactCommand.Make());
        root.Subcommands.Add(SchemaCommand.Make());
        root.Subcommands.Add(EventsCommand.Make());
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("'--help' shows what there is.");
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (StartRefusedException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.Refused;
        }
    }
}
