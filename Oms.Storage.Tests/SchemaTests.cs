using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Oms.Domain.Storage;
using Oms.Storage.Schema;
using Oms.Storage.Sqlite;
using Shouldly;
using Xunit;

namespace Oms.Storage.Tests;

public sealed class SchemaTests : IDisposable
{
    private readonly DataFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_steps_make_the_columns_that_the_model_reads()
    {
        await using (SqliteStore.Open(folder.Root))
        {
        }

        var database = new SqliteDatabase(folder.File);
        var options = new DbContextOptionsBuilder<StoreContext>();
        database.Configure(options);
        using var context = new StoreContext(options.Options);
        var modelled = context.Model.GetEntityTypes().SelectMany(e => e.GetProperties().Select(p =>
            $"{e.GetTableName()}.{p.GetColumnName(StoreObjectIdentifier.Table(e.GetTableName()!, null))} {p.GetColumnType()} {(p.IsNullable ? "null" : "not null")}"));

        modelled.Order(StringComparer.Ordinal).ShouldBe(Columns().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_later_step_is_taken_once_and_what_is_there_stays()
    {
        await using (var store = SqliteStore.Open(folder.Root))
            await store.CommitAsync(Given.FirstCommit("main", out _), Cancel);
        SchemaStep[] steps =
        [
            .. SchemaSteps.All,
            new(SchemaSteps.Latest + 1, s => s.AddColumn<string>("note", "branches", nullable: true), []),
        ];

        for (var i = 0; i < 2; i++)
        {
            await using var store = RelationalStore.Open(new SqliteDatabase(folder.File), steps);
            (await store.GetBranchesAsync(Cancel)).Length.ShouldBe(1);
        }

        Columns().ShouldContain("branches.note TEXT null");
        Should.Throw<StoreException>(() => SqliteStore.Open(folder.Root)).Code.ShouldBe("STORE_NEWER");
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_store_in_the_format_before()
    {
        SchemaStep[] broken = [.. SchemaSteps.All, new(SchemaSteps.Latest + 1, s => { s.AddColumn<string>("note", "branches", nullable: true); s.Sql("BROKEN"); }, [])];

        Should.Throw<StoreException>(() => RelationalStore.Open(new SqliteDatabase(folder.File), broken));

        Columns().ShouldNotContain("branches.note TEXT null");
        await using var store = SqliteStore.Open(folder.Root);
        (await store.GetBranchesAsync(Cancel)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("UPDATE audit SET actor = 'eve'")]
    [InlineData("DELETE FROM audit")]
    [InlineData("DELETE FROM events")]
    [InlineData("UPDATE branch_heads SET head = head")]
    [InlineData("DELETE FROM commits")]
    [InlineData("UPDATE commits SET content = x'7b7d'")]
    [InlineData("UPDATE commits SET changes = x'5b5d'")]
    [InlineData("UPDATE audit SET content = x'7b7d'")]
    [InlineData("UPDATE events SET content = x'7b7d'")]
    public async Task Logs_and_history_are_append_only(string sql)
    {
        await using (var store = SqliteStore.Open(folder.Root))
            await store.CommitAsync(
                Given.FirstCommit("main", out _) with { Audit = [Given.Entry("a-1")], Events = [Given.Event("e-1")] }, Cancel);

        Should.Throw<SqliteException>(() => Run(sql)).Message.ShouldContain("append-only");
    }

    [Theory]
    [InlineData("time = time + 1")]
    [InlineData("actor = 'eve'")]
    [InlineData("action = 'branch.delete'")]
    [InlineData("target_id = 'other'")]
    [InlineData("target_type = 'other'")]
    [InlineData("branch = NULL")]
    [InlineData("success = 0")]
    [InlineData("id = 'other'")]
    [InlineData("content = CAST(replace(CAST(content AS TEXT), 'because', 'why not') AS BLOB)")]
    public async Task Any_changed_column_of_an_audit_row_breaks_the_chain_there(string change)
    {
        await using (var store = SqliteStore.Open(folder.Root))
            await store.CommitAsync(new Change { Audit = [.. Enumerable.Range(1, 5).Select(i => Given.Entry($"a-{i}"))] }, Cancel);
        Run("DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_content_is_only_packed");
        Run($"UPDATE audit SET {change} WHERE sequence = 3");

        await using var again = SqliteStore.Open(folder.Root);
        var verdict = Domain.Audit.AuditChain.Verify(await again.GetAuditAfterAsync(0, 10, Cancel));

        verdict.Break!.Sequence.ShouldBe(3);
        verdict.Last.Sequence.ShouldBe(2);
    }

    private List<string> Columns()
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT m.name, c.name, c.type, c.\"notnull\" FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'";
        using var reader = command.ExecuteReader();
        var columns = new List<string>();
        while (reader.Read())
            columns.Add($"{reader.GetString(0)}.{reader.GetString(1)} {reader.GetString(2)} {(reader.GetInt64(3) == 1 ? "not null" : "null")}");
        return columns;
    }

    private void Run(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(string.Create(CultureInfo.InvariantCulture, $"Data Source={folder.File};Pooling=False"));
        connection.Open();
        return connection;
    }
}
