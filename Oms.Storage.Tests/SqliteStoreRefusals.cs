using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Oms.Domain.Storage;
using Oms.Storage.Sqlite;
using Shouldly;
using Xunit;

namespace Oms.Storage.Tests;

/// <summary>A data folder that can not serve is refused with words that say what and where.</summary>
public sealed class SqliteStoreRefusals : IDisposable
{
    private readonly DataFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("NORMAL", "1")]
    [InlineData("OFF", "0")]
    [InlineData("EXTRA", "3")]
    public void A_synchronous_setting_that_is_not_full_is_refused_by_reading_it_back(string setting, string readBack)
    {
        var refusal = Should.Throw<StoreException>(() => RelationalStore.Open(new SqliteDatabase(folder.File) { Synchronous = setting }));

        refusal.Code.ShouldBe("STORE_UNSAFE");
        refusal.Message.ShouldContain($"synchronous is {readBack}, needed is 2");
        refusal.Message.ShouldContain(folder.File);
    }

    [Fact]
    public void A_database_without_write_ahead_log_is_refused()
    {
        // A database in memory has no log, whatever is asked of it.
        var refusal = Should.Throw<StoreException>(() => RelationalStore.Open(new SqliteDatabase(":memory:")));

        refusal.Code.ShouldBe("STORE_UNSAFE");
        refusal.Message.ShouldContain("journal mode is memory, needed is wal");
    }

    [Fact]
    public async Task A_newer_format_is_refused_and_left_as_it_is()
    {
        await using (SqliteStore.Open(folder.Root))
        {
        }

        Run("UPDATE meta SET value = '99' WHERE key = 'format'");

        var refusal = Should.Throw<StoreException>(() => SqliteStore.Open(folder.Root));

        refusal.Code.ShouldBe("STORE_NEWER");
        refusal.Message.ShouldContain("format 99");
        refusal.Message.ShouldContain(folder.File);
        Ask("SELECT value FROM meta WHERE key = 'format'").ShouldBe("99");
    }

    [Fact]
    public void A_file_of_something_else_is_refused()
    {
        File.WriteAllText(folder.File, string.Concat(Enumerable.Repeat("this is not a database. ", 100)));

        var refusal = Should.Throw<StoreException>(() => SqliteStore.Open(folder.Root));

        refusal.Code.ShouldBe("STORE_DAMAGED");
        refusal.Message.ShouldContain("is not a SQLite file");
        File.ReadAllText(folder.File).ShouldStartWith("this is not a database.");
    }

    [Fact]
    public void A_database_of_something_else_is_refused()
    {
        Run("CREATE TABLE songs (title TEXT)");

        var refusal = Should.Throw<StoreException>(() => SqliteStore.Open(folder.Root));

        refusal.Code.ShouldBe("STORE_DAMAGED");
        refusal.Message.ShouldContain("not those of an ontology registry");
        Ask("SELECT count(*) FROM sqlite_master").ShouldBe(1L);
    }

    [Fact]
    public async Task A_file_cut_short_is_refused()
    {
        await using (var store = SqliteStore.Open(folder.Root))
            await store.CommitAsync(Given.FirstCommit("main", out _, "ot-a"), Cancel);
        using (var file = File.OpenWrite(folder.File))
            file.SetLength(file.Length / 2 / 4096 * 4096);

        var refusal = Should.Throw<StoreException>(() => SqliteStore.Open(folder.Root));

        refusal.Code.ShouldBe("STORE_DAMAGED");
        refusal.Message.ShouldContain(folder.File);
    }

    [Fact]
    public async Task An_object_whose_bytes_were_changed_is_not_given_out()
    {
        var stored = Given.Object("true");
        await using (var store = SqliteStore.Open(folder.Root))
            await store.CommitAsync(new Change { Objects = [stored] }, Cancel);
        Run("UPDATE objects SET bytes = x'00'");

        await using var again = SqliteStore.Open(folder.Root);
        var refusal = await Should.ThrowAsync<StoreException>(async () => await again.GetObjectAsync(stored.Hash, Cancel));

        refusal.Code.ShouldBe("STORE_DAMAGED");
    }

    [Fact]
    public void A_folder_that_is_a_file_is_refused()
    {
        var path = Path.Combine(folder.Root, "file");
        File.WriteAllText(path, "");

        var refusal = Should.Throw<StoreException>(() => SqliteStore.Open(path));

        refusal.Code.ShouldBe("STORE_UNAVAILABLE");
        refusal.Message.ShouldContain(path);
    }

    [Fact]
    public async Task A_read_only_folder_is_refused()
    {
        await using var mount = await TemporaryMount.ReadOnlyAsync(folder.Next());

        var refusal = Should.Throw<StoreException>(() => SqliteStore.Open(mount.Path));

        refusal.Code.ShouldBe("STORE_READ_ONLY");
        refusal.Message.ShouldContain(mount.Path);
    }

    [Fact]
    public async Task A_store_that_another_process_holds_is_busy_after_the_timeout()
    {
        await using (SqliteStore.Open(folder.Root))
        {
        }

        using var other = Connect();
        using var begin = other.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        await using var store = SqliteStore.Open(folder.Root);
        var watch = Stopwatch.StartNew();

        var refusal = await Should.ThrowAsync<StoreException>(
            async () => await store.CommitAsync(new Change { Events = [Given.Event("e-1")] }, Cancel));

        refusal.Code.ShouldBe("STORE_BUSY");
        watch.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(4));
        begin.CommandText = "ROLLBACK";
        begin.ExecuteNonQuery();
        (await store.CommitAsync(new Change { Events = [Given.Event("e-1")] }, Cancel)).ShouldBeOfType<CommitOutcome.Committed>();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Run(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private object? Ask(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
