using Oms.Domain.Storage;
using Oms.Storage.Sqlite;

namespace Oms.Graph.Hosting;

/// <summary>Which product keeps the registry, and where.</summary>
/// <param name="Kind"><see cref="Sqlite"/> or <see cref="PostgreSql"/>.</param>
/// <param name="Connection">The connection; null to take that of the configuration, which does not show in a list of processes.</param>
internal sealed record StoreSettings(string Kind, string? Connection)
{
    /// <summary>One file in the data folder, for one server.</summary>
    internal const string Sqlite = "sqlite";

    /// <summary>A PostgreSQL database, for any number of servers.</summary>
    internal const string PostgreSql = "postgresql";

    /// <summary>Opens the store.</summary>
    /// <exception cref="StartRefusedException">It can not be opened, or is not safe.</exception>
    internal IStore Open(string dataFolder, IConfiguration configuration)
    {
        try
        {
            return Kind == Sqlite ? SqliteStore.Open(dataFolder) : StorePlugin.OpenPostgreSql(ConnectionOf(configuration));
        }
        catch (StoreException e)
        {
            throw new StartRefusedException($"{e.Code}: {e.Message}");
        }
    }

    /// <summary>Checks the whole store, also beside servers that use it.</summary>
    /// <exception cref="StartRefusedException">There is none, or it can not be read.</exception>
    internal VerificationReport Verify(string dataFolder, IConfiguration configuration)
    {
        try
        {
            return Kind == Sqlite ? SqliteStore.Verify(dataFolder) : StorePlugin.VerifyPostgreSql(ConnectionOf(configuration));
        }
        catch (StoreException e)
        {
            throw new StartRefusedException($"{e.Code}: {e.Message}");
        }
    }

    private string ConnectionOf(IConfiguration configuration) => Connection ?? configuration["Store:Connection"]
        ?? throw new StartRefusedException("--store postgresql needs --connection, or the setting Store:Connection, for example \"Host=127.0.0.1;Username=oms;Database=oms\".");
}
