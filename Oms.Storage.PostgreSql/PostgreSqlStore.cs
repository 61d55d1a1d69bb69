using Oms.Domain.Storage;
using Oms.Storage.Verification;

namespace Oms.Storage.PostgreSql;

/// <summary>The store for more than one server: a PostgreSQL database.</summary>
public static class PostgreSqlStore
{
    /// <summary>Opens the store of a database, bringing an older format forward. What it acknowledges is on disk, or it is refused.</summary>
    /// <param name="connection">The connection string, as Npgsql reads it.</param>
    /// <exception cref="StoreException"><c>STORE_NEWER</c>, <c>STORE_UNSAFE</c>, <c>STORE_DAMAGED</c>, <c>STORE_BUSY</c> or <c>STORE_UNAVAILABLE</c>.</exception>
    public static IStore Open(string connection) => RelationalStore.Open(new PostgreSqlDatabase(connection));

    /// <summary>Checks the whole store of a database, also beside servers that use it; writes nothing.</summary>
    /// <param name="connection">The connection string, as Npgsql reads it.</param>
    /// <exception cref="StoreException">The store can not be opened, or it is of another format.</exception>
    public static VerificationReport Verify(string connection) => new StoreVerification(new PostgreSqlDatabase(connection)).Run();
}
