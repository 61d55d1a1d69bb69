using System.CommandLine;
using Oms.Graph.Hosting;

namespace Oms.Graph.CommandLine;

/// <summary>Runs a command on a registry: 0 done, 1 it found something, 2 called wrongly, 3 the registry can not be used.</summary>
internal static class RegistryCommand
{
    internal static async Task<int> RunAsync(
        ParseResult parsed, Func<RegistrySession, ParseResult, CancellationToken, Task<int>> run, CancellationToken cancellationToken)
    {
        try
        {
            await using var registry = await RegistrySession.OpenAsync(parsed, cancellationToken);
            return await run(registry, parsed, cancellationToken);
        }
        catch (CommandFailedException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return e.Exit;
        }
        catch (StartRefusedException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.Server;
        }
    }
}
