using Oms.Storage.Tests;
using Xunit;

namespace Oms.Graph.Tests.Door;

/// <summary>Servers on either store, by the name that <c>--store</c> takes; PostgreSQL is started once, when it is first asked for.</summary>
public sealed class BothStores : IAsyncLifetime
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private PostgreSqlCluster? cluster;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        gate.Dispose();
        if (cluster is not null)
            await cluster.DisposeAsync();
    }

    /// <summary>A server on a store of its own.</summary>
    internal async Task<ServerProcess> StartAsync(string store, IReadOnlyDictionary<string, string>? settings = null, string sample = "none") => store == "sqlite"
        ? await ServerProcess.StartAsync(sample, settings: settings)
        : await ServerProcess.StartAsync(sample, settings: await DatabaseAsync(settings), more: ["--store", store]);

    /// <summary>Two servers on one new PostgreSQL database, which take each other's tokens.</summary>
    internal async Task<(ServerProcess First, ServerProcess Second)> StartTwoAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var shared = await DatabaseAsync(settings);
        var first = await ServerProcess.StartAsync(settings: shared, more: ["--store", "postgresql"]);
        await first.TokenAsync("viewer");
        var data = Directory.CreateTempSubdirectory("oms-").FullName;
        File.Copy(Path.Combine(first.Data, "signing.key"), Path.Combine(data, "signing.key"));
        return (first, await ServerProcess.StartAsync(data: data, settings: shared, more: ["--store", "postgresql"]));
    }

    private async Task<Dictionary<string, string>> DatabaseAsync(IReadOnlyDictionary<string, string>? settings)
    {
        await gate.WaitAsync();
        try
        {
            cluster ??= await PostgreSqlCluster.StartAsync();
            return new Dictionary<string, string>(settings ?? new Dictionary<string, string>()) { ["Store__Connection"] = await cluster.CreateDatabaseAsync() };
        }
        finally
        {
            gate.Release();
        }
    }
}
