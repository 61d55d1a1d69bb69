using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Oms.Domain.Storage;

namespace Oms.Storage.Schema;

/// <summary>Brings a store's tables forward to this program's format, each step in a transaction of its own with its number.</summary>
internal sealed class SchemaMigrator(Database database, StoreContext context, IReadOnlyList<SchemaStep> steps)
{
    /// <summary>Takes every step that the store has not taken.</summary>
    /// <exception cref="StoreException">The store is newer than this program, is not one of ours, or can not be written.</exception>
    internal void Migrate(DbConnection connection)
    {
        var format = ReadFormat(connection);
        if (format > steps[^1].Format)
            throw new StoreException(
                "STORE_NEWER",
                $"{database.Description} has format {format}, this program knows up to {steps[^1].Format}: use the program that wrote it, or a newer one.");
        foreach (var step in steps.Where(s => s.Format > format))
            Take(connection, step);
    }

    private int ReadFormat(DbConnection connection)
    {
        if (!database.HasTables(connection))
            return 0;
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT value FROM meta WHERE key = 'format'";
            if (command.ExecuteScalar() is string text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var format))
                return format;
        }
        catch (DbException failure) when (database.Explain(failure, false).Code == "STORE_UNAVAILABLE")
        {
            throw NotOurs(failure);
        }

        throw NotOurs(null);
    }

    private StoreException NotOurs(Exception? cause) =>
        new("STORE_DAMAGED", $"{database.Description} holds tables, but not those of an ontology registry: give a folder of its own.", cause);

    private void Take(DbConnection connection, SchemaStep step)
    {
        Run(connection, database.BeginWrite);
        try
        {
            // Another server may have taken the step while this one waited to begin.
            if (ReadFormat(connection) < step.Format)
                foreach (var sql in Render(step))
                    Run(connection, sql);
            Run(connection, "COMMIT");
        }
        catch (DbException)
        {
            database.Rollback(connection);
            throw;
        }
    }

    private IEnumerable<string> Render(SchemaStep step)
    {
        var builder = new MigrationBuilder(context.Database.ProviderName!);
        step.Apply(builder);
        foreach (var column in builder.Operations.OfType<CreateTableOperation>().SelectMany(t => t.Columns).Concat(builder.Operations.OfType<AddColumnOperation>()))
            if (column.ClrType == typeof(string))
                column.Collation = database.TextCollation;
        var commands = context.GetService<IMigrationsSqlGenerator>().Generate(builder.Operations);
        return commands.Select(c => c.CommandText)
            .Concat(step.AppendOnly.SelectMany(database.AppendOnly))
            .Concat(step.Packable.SelectMany(database.Packable))
            .Append("DELETE FROM meta WHERE key = 'format'")
            .Append($"INSERT INTO meta (key, value) VALUES ('format', '{step.Format.ToString(CultureInfo.InvariantCulture)}')");
    }

    private static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
