using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Oms.Domain.Storage;
using Oms.Storage.Schema;

namespace Oms.Storage.Sqlite;

/// <summary>What SQLite does in its own way.</summary>
internal sealed class SqliteDatabase : Database
{
    // Primary result codes, https://www.sqlite.org/rescode.html.
    private const int Busy = 5, Locked = 6, ReadOnly = 8, Io = 10, Corrupt = 11, Full = 13, CanNotOpen = 14, Constraint = 19, NotADatabase = 26;
    private const int SynchronousFull = 2;
    private const int BusyTimeoutSeconds = 5;

    private readonly string file;
    private readonly string writing;
    private readonly string reading;

    internal SqliteDatabase(string file)
    {
        this.file = file;
        var shared = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = BusyTimeoutSeconds };
        writing = new SqliteConnectionStringBuilder(shared.ConnectionString) { Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false }.ToString();
        reading = new SqliteConnectionStringBuilder(shared.ConnectionString) { Mode = SqliteOpenMode.ReadWrite }.ToString();
    }

    /// <summary>The settings that are made and must be read back; a test weakens them to see the refusal.</summary>
    internal string Synchronous { get; init; } = "FULL";

    /// <inheritdoc/>
    internal override string Description => $"the store {file}";

    /// <inheritdoc/>
    internal override string BeginWrite => "BEGIN IMMEDIATE";

    /// <inheritdoc/>
    internal override string LockSuffix => string.Empty;

    /// <inheritdoc/>
    internal override string? TextCollation => null;

    /// <inheritdoc/>
    internal override string TimeQuery => "SELECT CAST(strftime('%s', 'now') AS INTEGER) * 1000 + CAST(substr(strftime('%f', 'now'), 4) AS INTEGER)";

    /// <summary>The database of a data folder; the folder is made where there is none, and tried.</summary>
    internal static SqliteDatabase In(string folder)
    {
        var path = Path.GetFullPath(folder);
        try
        {
            Directory.CreateDirectory(path);
            Probe(path);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw ReadOnlyFolder(path, failure);
        }
        catch (IOException failure)
        {
            throw Explain(path, failure);
        }

        return new SqliteDatabase(Path.Combine(path, SqliteStore.FileName));
    }

    /// <inheritdoc/>
    internal override void Configure(DbContextOptionsBuilder options) => options.UseSqlite(reading);

    /// <inheritdoc/>
    internal override DbConnection OpenWriter()
    {
        var connection = new SqliteConnection(writing);
        try
        {
            connection.Open();
            MakeSafe(connection);
            return connection;
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw Explain(failure, false);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    internal override DbConnection OpenReader()
    {
        var connection = new SqliteConnection(reading);
        connection.Open();
        return connection;
    }

    /// <inheritdoc/>
    internal override bool HasTables(DbConnection connection) =>
        Ask(connection, "SELECT count(*) FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'") != "0";

    /// <inheritdoc/>
    internal override IEnumerable<string> AppendOnly(string table) =>
    [
        $"CREATE TRIGGER {table}_is_not_changed BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
        $"CREATE TRIGGER {table}_is_not_deleted BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
    ];

    /// <inheritdoc/>
    internal override IEnumerable<string> Packable(PackableTable table) =>
    [
        $"DROP TRIGGER {table.Name}_is_not_changed",
        $"CREATE TRIGGER {table.Name}_is_not_changed BEFORE UPDATE OF {string.Join(", ", table.Fixed)} ON {table.Name} BEGIN SELECT RAISE(ABORT, '{table.Name} is append-only'); END",
        .. table.Contents.Select(c =>
            $"CREATE TRIGGER {table.Name}_{c}_is_only_packed BEFORE UPDATE OF {c} ON {table.Name} WHEN substr(NEW.{c}, 1, 1) <> x'01' OR substr(OLD.{c}, 1, 1) = x'01' "
            + $"BEGIN SELECT RAISE(ABORT, '{table.Name} is append-only'); END"),
    ];

    /// <inheritdoc/>
    internal override string BeginRead => "BEGIN";

    /// <inheritdoc/>
    internal override string SizeQuery => "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";

    /// <inheritdoc/>
    internal override string FreeQuery => "SELECT 100 * freelist_count / page_count FROM pragma_freelist_count(), pragma_page_count()";

    // The log would keep its size, and with it the space, until the next truncation.
    /// <inheritdoc/>
    internal override IReadOnlyList<string> GiveSpaceBack => ["VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"];

    /// <inheritdoc/>
    internal override IEnumerable<string> FindDamage(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            if (reader.GetString(0) is var words and not "ok")
                yield return words;
    }

    /// <inheritdoc/>
    internal override void Rollback(DbConnection connection)
    {
        // A full disk ends the transaction by itself; a second end would be an error of its own.
        if (SQLitePCL.raw.sqlite3_get_autocommit(((SqliteConnection)connection).Handle) != 0)
            return;
        using var command = connection.CreateCommand();
        command.CommandText = "ROLLBACK";
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    internal override StoreException Explain(DbException failure, bool atCommit)
    {
        var code = (failure as SqliteException)?.SqliteErrorCode ?? 0;
        var (name, words) = code switch
        {
            Full => ("STORE_FULL", $"There is no room left for {Description}. Nothing of the change was written; make room and try again."),
            ReadOnly => ("STORE_READ_ONLY", $"{Capital(Description)} can not be written: it, its folder or its disk is read-only."),
            Busy or Locked => ("STORE_BUSY", $"Another process holds {Description} for longer than {BusyTimeoutSeconds} s."),
            Corrupt => ("STORE_DAMAGED", $"{Capital(Description)} is damaged ({failure.Message}). Restore a backup."),
            NotADatabase => ("STORE_DAMAGED", $"{Capital(Description)} is not a SQLite file. Restore a backup, or move the file away to begin anew."),
            CanNotOpen => ("STORE_UNAVAILABLE", $"{Capital(Description)} can not be opened: is its folder there, and may this user use it?"),
            _ => ("STORE_UNAVAILABLE", $"{Capital(Description)} failed: {failure.Message}"),
        };
        // After a failed sync nobody can tell whether the commit record will be there after a crash.
        return new StoreException(name, words, failure) { IsOutcomeUnknown = atCommit && code == Io };
    }

    /// <inheritdoc/>
    internal override bool IsMisuse(DbException failure) => failure is SqliteException { SqliteErrorCode: Constraint };

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        // Pooled readers would keep the file open, and the write-ahead log with it.
        using var pooled = new SqliteConnection(reading);
        SqliteConnection.ClearPool(pooled);
        return ValueTask.CompletedTask;
    }

    private void MakeSafe(SqliteConnection connection)
    {
        Demand("journal mode", "wal", Ask(connection, "PRAGMA journal_mode = WAL"));
        Ask(connection, $"PRAGMA synchronous = {Synchronous}");
        Demand("synchronous", SynchronousFull.ToString(CultureInfo.InvariantCulture), Ask(connection, "PRAGMA synchronous"));
        Demand("foreign keys", "1", Ask(connection, "PRAGMA foreign_keys"));
    }

    private void Demand(string setting, string needed, string? actual)
    {
        if (actual != needed)
            throw new StoreException(
                "STORE_UNSAFE",
                $"{Capital(Description)} would not keep what it acknowledges: {setting} is {actual ?? "unknown"}, needed is {needed}. "
                + "Put the data folder on a local disk.");
    }

    private static string? Ask(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Probe(string folder)
    {
        var probe = Path.Combine(folder, $".write-{Environment.ProcessId}");
        using (File.Create(probe, 1, FileOptions.DeleteOnClose))
        {
        }
    }

    private static StoreException Explain(string folder, IOException failure)
    {
        // errno 28 and 30 of Linux, which .NET puts into HResult as they are.
        return failure.HResult switch
        {
            28 => new("STORE_FULL", $"There is no room left in the data folder {folder}.", failure),
            30 => ReadOnlyFolder(folder, failure),
            _ => new("STORE_UNAVAILABLE", $"The data folder {folder} can not be used: {failure.Message}", failure),
        };
    }

    private static StoreException ReadOnlyFolder(string folder, Exception failure) =>
        new("STORE_READ_ONLY", $"The data folder {folder} can not be written: choose another with --data, or give this user the right.", failure);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
