using Oms.Domain.Storage;
using Oms.Graph.Hosting;
using Shouldly;
using Xunit;

namespace Oms.Storage.Tests;

/// <summary>As <see cref="VerificationTests"/>, on PostgreSQL: what was damaged in one place is named, before it was compacted and after.</summary>
public sealed class PostgreSqlVerificationTests(PostgreSqlFixture fixture) : IClassFixture<PostgreSqlFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_store_that_is_whole_is_said_to_be(bool isCompacted)
    {
        var report = StorePlugin.VerifyPostgreSql(await FillAsync(isCompacted));
        report.Damages.ShouldBeEmpty();
        (report.Commits, report.Branches, report.Documents, report.Unreachable).ShouldBe((Commits, 1, 1, 0));
    }

    // One by one they are VerificationTests' cases: a database of its own for each would take a minute.
    [Fact]
    public async Task Each_of_many_damages_is_named()
    {
        var connection = await FillAsync(isCompacted: false);
        await DamageAsync(connection, @"
            UPDATE commits SET content = convert_to(replace(convert_from(content, 'UTF8'), 'step 3', 'step 4'), 'UTF8') WHERE sequence = 4;
            UPDATE commits SET changes = '[' WHERE sequence = 3;
            UPDATE branch_heads SET since = 0 WHERE version = 3;
            UPDATE documents SET content = '{';
            UPDATE audit SET actor = 'eve' WHERE sequence = 3;
            DELETE FROM events WHERE sequence = 2;
            UPDATE log_head SET commits = 99");
        DamagesOf(connection).ShouldBe(
            [
                DamageKind.Commit, DamageKind.CommitChanges, DamageKind.Branch, DamageKind.Document, DamageKind.Audit, DamageKind.Events,
                DamageKind.LogHead,
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Objects_that_are_changed_or_gone_are_named()
    {
        var connection = await FillAsync(isCompacted: false);
        await DamageAsync(connection, @"
            UPDATE objects SET bytes = '\x7b7d' WHERE position('""Type58""'::bytea in bytes) > 0;
            DELETE FROM objects WHERE position('""Type59""'::bytea in bytes) > 0");
        DamagesOf(connection).ShouldBe([DamageKind.ObjectChanged, DamageKind.ObjectMissing], ignoreOrder: true);
    }

    [Fact]
    public async Task Each_of_many_damages_of_packs_is_named()
    {
        var connection = await FillAsync(isCompacted: true);
        await DamageAsync(connection, @"
            UPDATE packs SET content = set_byte(content, length(content) - 1, 255 - get_byte(content, length(content) - 1)) WHERE id = 1;
            DELETE FROM packs WHERE id = (SELECT max(id) FROM packs);
            UPDATE audit SET content = (SELECT content FROM audit WHERE sequence = 1) WHERE sequence = 2");
        ((DamageKind[])[DamageKind.ObjectUnreadable, DamageKind.Events, DamageKind.Audit]).ShouldBeSubsetOf(DamagesOf(connection));
    }

    private static IEnumerable<DamageKind> DamagesOf(string connection) => StorePlugin.VerifyPostgreSql(connection).Damages.Select(d => d.Kind).Distinct();

    private const int Commits = 12;

    private async Task<string> FillAsync(bool isCompacted)
    {
        var connection = await fixture.Cluster.CreateDatabaseAsync();
        await using var store = StorePlugin.OpenPostgreSql(connection);
        await RealHistory.WriteAsync(store, Commits, Cancel);
        await store.CommitAsync(new Change { Documents = [new DocumentWrite("kind", "key", 0, "{}"u8.ToArray())] }, Cancel);
        if (isCompacted)
            (await store.CompactAsync(CompactionExtent.Whole, Cancel)).Objects.ShouldBeGreaterThan(0);
        return connection;
    }

    // As somebody would who owns the database: without the triggers, and without the keys that refer to others.
    private Task DamageAsync(string connection, string sql) => fixture.Cluster.RunSqlAsync(connection, $"SET session_replication_role = replica; {sql}");
}
