using System.Net.Http.Headers;
using System.Text.Json;
using Oms.Graph.Authentication;
using Oms.Graph.Hosting;

namespace Oms.Graph.CommandLine;

/// <summary>The registry by the server that owns its data folder, under a token that whoever can read the folder may sign.</summary>
internal sealed class ServerSession : RegistrySession
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    private readonly RunningServer server;
    private readonly string folder;
    private readonly HttpClient client = new() { Timeout = Patience };

    /// <param name="server">The server.</param>
    /// <param name="folder">Its data folder.</param>
    /// <param name="user">Who asks.</param>
    internal ServerSession(RunningServer server, string folder, string user)
    {
        this.server = server;
        this.folder = folder;
        var token = new LocalTokenIssuer(LocalSigningKey.Load(folder), TimeProvider.System).Issue(user, ["admin"], TokenLife);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(TokenDefaults.Scheme, token);
    }

    /// <inheritdoc/>
    protected override Task<JsonElement> SendAsync(string document, object? variables, CancellationToken cancellationToken) =>
        PostAsync(new { query = document, variables }, cancellationToken);

    /// <summary>Sends one request and reads its answer.</summary>
    /// <exception cref="StartRefusedException">The server can not be reached, or gave no answer that can be read.</exception>
    internal async Task<JsonElement> PostAsync(object body, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.PostAsJsonAsync($"{server.Url}/graphql", body, cancellationToken);
            return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            throw new StartRefusedException($"the server at {server.Url} (process {server.ProcessId}), which owns {folder}, gave no answer: {e.Message}");
        }
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }
}
