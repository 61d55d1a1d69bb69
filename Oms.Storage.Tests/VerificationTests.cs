using Microsoft.Data.Sqlite;
using Oms.Domain.History;
using Oms.Domain.Storage;
using Oms.Storage.Sqlite;
using Shouldly;
using Xunit;

namespace Oms.Storage.Tests;

/// <summary>A check of a real database that was damaged in one place names that place, before it was compacted and after.</summary>
public sealed class VerificationTests : IDisposable
{
    private readonly DataFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_store_that_is_whole_is_said_to_be(bool isCompacted)
    {
        var made = await FillAsync(isCompacted);
        var report = SqliteStore.Verify(folder.Root);
        report.Damages.ShouldBeEmpty();
        (report.Commits, report.Branches, report.Documents).ShouldBe((made.Length, 1, 1));
        report.Events.ShouldBeGreaterThan(0);
        report.AuditEntries.ShouldBeGreaterThan(made.Length);
        report.Unreachable.ShouldBe(0);
    }

    [Theory]
    [InlineData("UPDATE objects SET bytes = x'7b7d' WHERE hash = (SELECT hash FROM objects LIMIT 1)", DamageKind.ObjectChanged)]
    [InlineData("DELETE FROM objects WHERE substr(bytes, 1, 3) = x'4d3142'", DamageKind.ObjectMissing)]
    [InlineData("DELETE FROM objects WHERE CAST(bytes AS TEXT) LIKE '%\"parents\"%' AND rowid = (SELECT max(rowid) FROM objects)", DamageKind.ObjectMissing)]
    [InlineData("UPDATE commits SET content = CAST(replace(CAST(content AS TEXT), 'step 3', 'step 4') AS BLOB) WHERE sequence = 4", DamageKind.Commit)]
    [InlineData("UPDATE commits SET generation = 9 WHERE sequence = 3", DamageKind.Commit)]
    [InlineData("UPDATE commits SET changes = CAST('[]' AS BLOB) WHERE sequence = 3", DamageKind.CommitChanges)]
    [InlineData("UPDATE commits SET changes = CAST('[' AS BLOB) WHERE sequence = 3", DamageKind.CommitChanges)]
    [InlineData("DELETE FROM commit_parents WHERE \"commit\" = 3", DamageKind.Commit)]
    [InlineData("DELETE FROM commit_elements WHERE \"commit\" = 3", DamageKind.Commit)]
    [InlineData("DELETE FROM commit_issues WHERE \"commit\" = 3", DamageKind.Commit)]
    [InlineData("UPDATE branches SET head = (SELECT id FROM commits WHERE sequence = 2)", DamageKind.Branch)]
    [InlineData("UPDATE branches SET content = x'00'", DamageKind.Branch)]
    [InlineData("DELETE FROM branch_heads WHERE version = (SELECT max(version) FROM branch_heads)", DamageKind.Branch)]
    [InlineData("UPDATE branch_heads SET since = 0 WHERE version = 3", DamageKind.Branch)]
    [InlineData("UPDATE documents SET content = x'7b'", DamageKind.Document)]
    [InlineData("UPDATE audit SET actor = 'eve' WHERE sequence = 3", DamageKind.Audit)]
    [InlineData("DELETE FROM audit_issues; DELETE FROM audit WHERE sequence = 3", DamageKind.Audit)]
    [InlineData("DELETE FROM audit_issues; DELETE FROM audit WHERE sequence = (SELECT max(sequence) FROM audit)", DamageKind.LogHead)]
    [InlineData("DELETE FROM events WHERE sequence = 2", DamageKind.Events)]
    [InlineData("UPDATE events SET content = x'7b' WHERE sequence = 2", DamageKind.Events)]
    [InlineData("UPDATE log_head SET commits = 99", DamageKind.LogHead)]
    public async Task Each_damage_is_named(string sql, DamageKind expected)
    {
        await FillAsync(isCompacted: false);
        Damage(sql);
        SqliteStore.Verify(folder.Root).Damages.Select(d => d.Kind).ShouldContain(expected);
    }

    [Theory]
    [InlineData("DELETE FROM packs WHERE id = 1", DamageKind.ObjectUnreadable)]
    [InlineData("UPDATE packs SET content = CAST(substr(content, 1, length(content) - 9) || x'000000000000000000' AS BLOB)", DamageKind.ObjectUnreadable)]
    [InlineData("DELETE FROM packs WHERE id = (SELECT max(id) FROM packs)", DamageKind.Events)]
    [InlineData("UPDATE objects SET bytes = (SELECT bytes FROM objects o WHERE o.hash <> objects.hash LIMIT 1)", DamageKind.ObjectChanged)]
    [InlineData("UPDATE objects SET bytes = CAST(substr(bytes, 1, 9) || x'00ffffff' AS BLOB) WHERE length(bytes) = 13", DamageKind.ObjectUnreadable)]
    [InlineData("UPDATE audit SET content = (SELECT content FROM audit WHERE sequence = 1) WHERE sequence = 2", DamageKind.Audit)]
    public async Task Each_damage_of_packs_is_named(string sql, DamageKind expected)
    {
        await FillAsync(isCompacted: true);
        Damage(sql);
        SqliteStore.Verify(folder.Root).Damages.Select(d => d.Kind).ShouldContain(expected);
    }

    [Fact]
    public async Task A_page_of_the_file_that_was_overwritten_is_found()
    {
        await FillAsync(isCompacted: true);
        Damage("PRAGMA wal_checkpoint(TRUNCATE)");
        await using (var file = File.OpenWrite(folder.File))
        {
            file.Position = file.Length / 2 / 4096 * 4096;
            file.Write(new byte[4096]);
        }

        try
        {
            SqliteStore.Verify(folder.Root).Damages.ShouldNotBeEmpty();
        }
        catch (StoreException e)
        {
            e.Code.ShouldBe("STORE_DAMAGED");
        }
    }

    [Fact]
    public void A_folder_without_a_store_is_refused() => Should.Throw<StoreException>(() => SqliteStore.Verify(folder.Root)).Code.ShouldBe("STORE_UNAVAILABLE");

    private async Task<ObjectHash[]> FillAsync(bool isCompacted)
    {
        await using var store = SqliteStore.Open(folder.Root);
        var made = await RealHistory.WriteAsync(store, 12, Cancel);
        await store.CommitAsync(new Change { Documents = [new DocumentWrite("kind", "key", 0, "{}"u8.ToArray())] }, Cancel);
        if (isCompacted)
            (await store.CompactAsync(CompactionExtent.Whole, Cancel)).Objects.ShouldBeGreaterThan(0);
        return made;
    }

    // As somebody would who has the file: without the triggers, and without the keys that refer to others.
    private void Damage(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_master WHERE type = 'trigger'";
        command.CommandText = (string)command.ExecuteScalar()!;
        command.ExecuteNonQuery();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
