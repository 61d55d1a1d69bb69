using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Oms.Domain.Storage;
using Oms.Storage.Schema;

namespace Oms.Storage.PostgreSql;

/// <summary>What PostgreSQL does in its own way.</summary>
internal sealed class PostgreSqlDatabase : Database
{
    // Writers of all servers wait in one line; the number is ours alone by convention ("OMS" in ASCII).
    private const int WriteLock = 0x4f4d53;
    private const int LockTimeoutSeconds = 5;

    private const string Channel = "oms_news";

    private readonly NpgsqlDataSource source;
    private NpgsqlConnection? listener;
    private volatile int writerProcess;

    internal PostgreSqlDatabase(string connection)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new NpgsqlConnectionStringBuilder(connection);
        }
        catch (ArgumentException e)
        {
            throw new StoreException("STORE_UNAVAILABLE", $"The connection to PostgreSQL can not be read: {e.Message}", e);
        }

        Description = $"the store {settings.Host}:{settings.Port}/{settings.Database}";
        source = NpgsqlDataSource.Create(settings);
    }

    /// <inheritdoc/>
    internal override string Description { get; }

    /// <inheritdoc/>
    internal override string BeginWrite { get; } =
        string.Create(CultureInfo.InvariantCulture, $"BEGIN; SELECT pg_advisory_xact_lock({WriteLock})");

    /// <inheritdoc/>
    internal override string CommitWrite => $"NOTIFY {Channel}; COMMIT";

    /// <inheritdoc/>
    internal override bool IsShared => true;

    /// <inheritdoc/>
    internal override string LockSuffix => " FOR UPDATE";

    /// <inheritdoc/>
    internal override string TextCollation => "C";

    /// <inheritdoc/>
    internal override string TimeQuery => "SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    /// <inheritdoc/>
    internal override void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(source);

    /// <inheritdoc/>
    internal override DbConnection OpenWriter()
    {
        DbConnection? connection = null;
        try
        {
            var opened = source.OpenConnection();
            connection = opened;
            MakeSafe(connection);
            writerProcess = opened.ProcessID;
            return connection;
        }
        catch (DbException failure)
        {
            connection?.Dispose();
            throw Explain(failure, false);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    internal override DbConnection OpenReader() => source.OpenConnection();

    /// <inheritdoc/>
    internal override bool HasTables(DbConnection connection) =>
        Ask(connection, "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()") != "0";

    /// <inheritdoc/>
    internal override IEnumerable<string> AppendOnly(string table) =>
    [
        $"CREATE FUNCTION {table}_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{table} is append-only' USING ERRCODE = 'restrict_violation'; END $$",
        $"CREATE TRIGGER {table}_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {table}_is_append_only()",
    ];

    /// <inheritdoc/>
    internal override IEnumerable<string> Packable(PackableTable table) =>
    [
        $"DROP TRIGGER {table.Name}_is_append_only ON {table.Name}",
        $"CREATE TRIGGER {table.Name}_is_append_only BEFORE DELETE OR TRUNCATE OR UPDATE OF {string.Join(", ", table.Fixed)} ON {table.Name} FOR EACH STATEMENT EXECUTE FUNCTION {table.Name}_is_append_only()",
        .. table.Contents.Select(c =>
            $"CREATE TRIGGER {table.Name}_{c}_is_only_packed BEFORE UPDATE OF {c} ON {table.Name} FOR EACH ROW "
            + $"WHEN (substring(NEW.{c} FROM 1 FOR 1) <> '\\x01'::bytea OR substring(OLD.{c} FROM 1 FOR 1) = '\\x01'::bytea) EXECUTE FUNCTION {table.Name}_is_append_only()"),
    ];

    /// <inheritdoc/>
    internal override string BeginRead => "BEGIN ISOLATION LEVEL REPEATABLE READ";

    /// <inheritdoc/>
    internal override string SizeQuery => "SELECT pg_database_size(current_database())";

    // The product reuses what is free by itself; only an operator's word is worth locking whole tables.
    /// <inheritdoc/>
    internal override string FreeQuery => "SELECT 0::bigint";

    /// <inheritdoc/>
    internal override IReadOnlyList<string> GiveSpaceBack => ["VACUUM FULL objects", "VACUUM FULL audit", "VACUUM FULL commits", "VACUUM FULL events"];

    /// <inheritdoc/>
    internal override void Rollback(DbConnection connection)
    {
        // A broken connection has no transaction left; the server rolls back by itself.
        if (connection.State != ConnectionState.Open)
            return;
        using var command = connection.CreateCommand();
        command.CommandText = "ROLLBACK";
        try
        {
            command.ExecuteNonQuery();
        }
        catch (NpgsqlException)
        {
            connection.Close();
        }
    }

    /// <inheritdoc/>
    internal override StoreException Explain(DbException failure, bool atCommit)
    {
        var state = (failure as PostgresException)?.SqlState;
        var (name, words) = state switch
        {
            PostgresErrorCodes.DiskFull => ("STORE_FULL", $"There is no room left for {Description}. Nothing of the change was written; make room and try again."),
            PostgresErrorCodes.ReadOnlySqlTransaction => ("STORE_READ_ONLY", $"{Capital(Description)} can not be written: the server is read-only, a standby perhaps."),
            PostgresErrorCodes.LockNotAvailable => ("STORE_BUSY", $"Another server has written to {Description} for longer than {LockTimeoutSeconds} s."),
            PostgresErrorCodes.TooManyConnections => ("STORE_BUSY", $"{Capital(Description)} has no connection left for this server."),
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => ("STORE_DAMAGED", $"{Capital(Description)} is damaged ({failure.Message}). Restore a backup."),
            _ => ("STORE_UNAVAILABLE", $"{Capital(Description)} failed: {failure.Message}"),
        };
        // Without the server's word nobody can tell whether the commit took effect.
        return new StoreException(name, words, failure) { IsOutcomeUnknown = atCommit && failure is not PostgresException };
    }

    /// <inheritdoc/>
    internal override bool IsMisuse(DbException failure) => failure is PostgresException { SqlState: ['2', '3', ..] };

    /// <inheritdoc/>
    internal override async ValueTask WaitForNewsAsync(CancellationToken cancellationToken)
    {
        if (listener is null)
        {
            await ListenAsync(cancellationToken);
            return;
        }

        try
        {
            var isNews = false;
            void Hear(object sender, NpgsqlNotificationEventArgs told) => isNews |= told.PID != writerProcess;
            listener.Notification += Hear;
            while (!isNews)
                await listener.WaitAsync(cancellationToken);
            listener.Notification -= Hear;
        }
        catch (NpgsqlException)
        {
            // What was told while nobody listened is lost: the next call listens anew and says that there may be news.
            await listener.DisposeAsync();
            listener = null;
            throw;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (listener is not null)
            await listener.DisposeAsync();
        await source.DisposeAsync();
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var opened = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand($"LISTEN {Channel}", opened);
            await command.ExecuteNonQueryAsync(cancellationToken);
            listener = opened;
        }
        finally
        {
            if (listener is null)
                await opened.DisposeAsync();
        }
    }

    private void MakeSafe(DbConnection connection)
    {
        Ask(connection, "SET synchronous_commit = on");
        Ask(connection, string.Create(CultureInfo.InvariantCulture, $"SET lock_timeout = '{LockTimeoutSeconds}s'"));
        Demand("fsync", "on", Ask(connection, "SHOW fsync"));
        Demand("full_page_writes", "on", Ask(connection, "SHOW full_page_writes"));
        Demand("server_encoding", "UTF8", Ask(connection, "SHOW server_encoding"));
    }

    private void Demand(string setting, string needed, string? actual)
    {
        if (actual != needed)
            throw new StoreException("STORE_UNSAFE", $"{Capital(Description)} would not keep what it acknowledges: {setting} is {actual ?? "unknown"}, needed is {needed}.");
    }

    private static string? Ask(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
