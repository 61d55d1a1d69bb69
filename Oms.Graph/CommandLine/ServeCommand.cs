using System.CommandLine;
using System.Net.Sockets;
using Oms.Graph.Hosting;
using Oms.Graph.Import;

namespace Oms.Graph.CommandLine;

/// <summary>Without a command: serves until it is told to stop.</summary>
internal static class ServeCommand
{
    /// <summary>Where to listen.</summary>
    internal static readonly Option<string> Urls = new("--urls")
    {
        Description = "The addresses to listen on, with ; between them.", DefaultValueFactory = _ => "http://127.0.0.1:5080", HelpName = "URLS",
    };

    /// <summary>What a new registry starts with.</summary>
    internal static readonly Option<string> SampleName = new("--sample")
    {
        Description = "What the first start imports: schemaorg, or none.", DefaultValueFactory = _ => "schemaorg", HelpName = "NAME",
    };

    static ServeCommand() => SampleName.AcceptOnlyFromAmong("schemaorg", "none");

    /// <summary>Serves.</summary>
    internal static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var folder = DataFolder.Own(parsed.GetValue(OmsCommand.Data)!);
        await using var application = await Application.BuildAsync(folder.Path, OmsCommand.StoreOf(parsed), parsed.GetValue(Urls)!, cancellationToken);
        if (parsed.GetValue(SampleName) != "none")
            foreach (var refusal in await application.Services.GetRequiredService<Sample>().PrepareAsync(cancellationToken))
                await Console.Error.WriteLineAsync($"The sample ontology was not made: {refusal.Message}");
        await ListenAsync(application, parsed.GetValue(Urls)!, cancellationToken);
        folder.Announce(application.Urls.First());
        Console.WriteLine($"OMS serves {string.Join(" ", application.Urls)} with the data of {folder.Path}");
        Console.WriteLine($"  explore   {application.Urls.First()}/graphql");
        Console.WriteLine($"  contract  {application.Urls.First()}/graphql?sdl");
        Console.WriteLine("  a token   dotnet run --project Oms.Graph -- token --user NAME --role admin");
        await application.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }

    // What the operating system or the form of an address refuses is for the person who named the address.
    private static async Task ListenAsync(WebApplication application, string urls, CancellationToken cancellationToken)
    {
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or FormatException or SocketException or ArgumentException or InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" })
        {
            throw new StartRefusedException($"the server can not listen on {urls}: {e.Message.TrimEnd('.')}; name another address with --urls");
        }
    }
}
