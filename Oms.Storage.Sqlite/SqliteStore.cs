using System.Runtime.CompilerServices;
using Oms.Domain.Storage;
using Oms.Storage.Verification;

[assembly: InternalsVisibleTo("Oms.Storage.Tests")]

namespace Oms.Storage.Sqlite;

/// <summary>The embedded store: one SQLite file in a data folder.</summary>
public static class SqliteStore
{
    /// <summary>The name of the file in the data folder.</summary>
    public const string FileName = "oms.db";

    /// <summary>
    /// Opens the store of a data folder, making folder and file where there are none and bringing an older format forward. Write-ahead
    /// log, full synchronisation and foreign keys are set and read back; a store that would be weaker is refused.
    /// </summary>
    /// <param name="folder">The data folder.</param>
    /// <exception cref="StoreException">
    /// <c>STORE_NEWER</c>, <c>STORE_READ_ONLY</c>, <c>STORE_FULL</c>, <c>STORE_DAMAGED</c>, <c>STORE_UNSAFE</c>, <c>STORE_BUSY</c> or
    /// <c>STORE_UNAVAILABLE</c>, with words that say what and where.
    /// </exception>
    public static IStore Open(string folder) => RelationalStore.Open(SqliteDatabase.In(folder));

    /// <summary>Checks the whole store of a data folder, also beside the server that owns it; writes nothing.</summary>
    /// <param name="folder">The data folder.</param>
    /// <exception cref="StoreException">There is no store, it can not be opened, or it is of another format.</exception>
    public static VerificationReport Verify(string folder)
    {
        var file = Path.Combine(Path.GetFullPath(folder), FileName);
        return File.Exists(file)
            ? new StoreVerification(new SqliteDatabase(file)).Run()
            : throw new StoreException("STORE_UNAVAILABLE", $"There is no store {file}.");
    }
}
