using System.CommandLine;
using System.Text.Json;
using Oms.Graph.Hosting;

namespace Oms.Graph.CommandLine;

/// <summary>
/// A registry as a command asks it: by operations of the contract, carried out in this process on a data folder that nobody owns, or by the
/// server that owns it. A command is written once and says the same either way.
/// </summary>
internal abstract class RegistrySession : IAsyncDisposable
{
    /// <summary>Who the person at the terminal is.</summary>
    protected static string User => Environment.UserName is { Length: > 0 } name ? name : "operator";

    /// <summary>Opens the registry that the arguments name.</summary>
    /// <exception cref="StartRefusedException">There is none, or it can not be used.</exception>
    internal static async Task<RegistrySession> OpenAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = DataFolder.Existing(parsed.GetValue(OmsCommand.Data)!);
        try
        {
            var folder = DataFolder.Own(path);
            return await LocalSession.OpenAsync(folder, OmsCommand.StoreOf(parsed), User, cancellationToken);
        }
        catch (StartRefusedException) when (RunningServer.Read(path) is { } server)
        {
            return new ServerSession(server, path, User);
        }
    }

    /// <summary>The data that one operation answers.</summary>
    /// <exception cref="CommandFailedException">The operation has errors.</exception>
    /// <exception cref="StartRefusedException">The server gave no answer that can be read.</exception>
    internal async Task<JsonElement> AskAsync(string document, object? variables, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(document, variables, cancellationToken);
        if (!answer.TryGetProperty("errors", out var errors))
            return answer.GetProperty("data");
        var first = errors[0];
        var code = first.TryGetProperty("extensions", out var more) && more.TryGetProperty("code", out var text) ? text.GetString()! : "ERROR";
        throw new CommandFailedException(ExitCode.IsOfCaller(code) ? ExitCode.Usage : ExitCode.Server, $"{code}: {first.GetProperty("message").GetString()}");
    }

    /// <summary>The whole answer to one operation.</summary>
    protected abstract Task<JsonElement> SendAsync(string document, object? variables, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
