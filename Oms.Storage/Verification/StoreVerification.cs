using System.Data.Common;
using Oms.Domain.Storage;
using Oms.Storage.Packing;
using Oms.Storage.Schema;

namespace Oms.Storage.Verification;

/// <summary>
/// Checks a whole store and names each broken thing. Reads one state of it and writes nothing, so it may run beside the server that owns it.
/// Each check goes on where another found damage.
/// </summary>
internal sealed class StoreVerification(Database database)
{
    /// <summary>Checks everything.</summary>
    /// <exception cref="StoreException">The store can not be opened or is of a format that this program does not write.</exception>
    internal VerificationReport Run()
    {
        try
        {
            using var connection = database.OpenReader();
            connection.Select(database.BeginRead, _ => 0);
            try
            {
                DemandFormat(connection);
                return Check(connection);
            }
            finally
            {
                // The connection goes back to others, who must not read what was there today for ever.
                database.Rollback(connection);
            }
        }
        catch (DbException failure)
        {
            throw database.Explain(failure, false);
        }
    }

    private VerificationReport Check(DbConnection connection)
    {
        var found = new DamageList();
        foreach (var words in database.FindDamage(connection))
            found.Add(DamageKind.Database, database.Description, words);
        var content = new StoredContent(connection, new PackReader(database), found);
        var objects = new ObjectCheck(content, found);
        objects.Run();
        var commits = new CommitCheck(content, objects, found);
        commits.Run();
        var branches = new BranchCheck(content, commits.Ids, found);
        branches.Run();
        var logs = new LogCheck(content, found);
        logs.Run(commits.Ids.Count);
        return new VerificationReport
        {
            Damages = found.ToImmutable(),
            Objects = objects.Count,
            Unreachable = objects.Count - commits.Reached.Count(objects.IsThere),
            Commits = commits.Ids.Count,
            Branches = branches.Branches,
            Documents = branches.Documents,
            AuditEntries = logs.AuditEntries,
            Events = logs.Events,
        };
    }

    private void DemandFormat(DbConnection connection)
    {
        if (!database.HasTables(connection))
            throw new StoreException("STORE_UNAVAILABLE", $"There is nothing in {database.Description}.");
        var format = connection.Select("SELECT value FROM meta WHERE key = 'format'", r => r.GetString(0)).FirstOrDefault();
        if (format != $"{SchemaSteps.Latest}")
            throw new StoreException(
                "STORE_NEWER", $"{database.Description} has format {format ?? "unknown"}, this program checks {SchemaSteps.Latest}: start the server once to bring an older one forward.");
    }
}
