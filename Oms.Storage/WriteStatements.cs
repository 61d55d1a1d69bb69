using System.Data.Common;

namespace Oms.Storage;

/// <summary>The statements of the one write door.</summary>
internal sealed class WriteStatements(DbConnection connection, Database database, StatementProbe probe) : IDisposable
{
    internal Statement Begin { get; } = new(connection, probe, database.BeginWrite);

    internal Statement Commit { get; } = new(connection, probe, database.CommitWrite);

    internal Statement LockHead { get; } =
        new(connection, probe, "SELECT events, audit, audit_hash, commits FROM log_head WHERE id = 1" + database.LockSuffix);

    internal Statement MoveHead { get; } = new(
        connection,
        probe,
        "UPDATE log_head SET events = @events, audit = @audit, audit_hash = @hash, commits = @commits WHERE id = 1",
        "events",
        "audit",
        "hash",
        "commits");

    internal Statement FindInbox { get; } = new(connection, probe, "SELECT 1 FROM inbox WHERE id = @id", "id");

    internal Statement AddInbox { get; } = new(connection, probe, "INSERT INTO inbox (id) VALUES (@id)", "id");

    internal Statement FindAnswer { get; } =
        new(connection, probe, "SELECT request_hash, answer, time FROM answers WHERE key = @key", "key");

    internal Statement AddAnswer { get; } = new(
        connection,
        probe,
        "INSERT INTO answers (key, request_hash, answer, time) VALUES (@key, @request, @answer, @time)",
        "key",
        "request",
        "answer",
        "time");

    internal Statement FindBranch { get; } = new(connection, probe, "SELECT content FROM branches WHERE name = @name", "name");

    internal Statement AddBranch { get; } = new(
        connection,
        probe,
        "INSERT INTO branches (name, version, head, content) VALUES (@name, @version, @head, @content)",
        "name",
        "version",
        "head",
        "content");

    internal Statement ChangeBranch { get; } = new(
        connection,
        probe,
        "UPDATE branches SET version = @version, head = @head, content = @content WHERE name = @name AND version = @expected",
        "version",
        "head",
        "content",
        "name",
        "expected");

    internal Statement FindDocument { get; } =
        new(connection, probe, "SELECT version FROM documents WHERE kind = @kind AND key = @key", "kind", "key");

    internal Statement AddDocument { get; } = new(
        connection,
        probe,
        "INSERT INTO documents (kind, key, version, content) VALUES (@kind, @key, @version, @content)",
        "kind",
        "key",
        "version",
        "content");

    internal Statement ChangeDocument { get; } = new(
        connection,
        probe,
        "UPDATE documents SET version = @version, content = @content WHERE kind = @kind AND key = @key AND version = @expected",
        "version",
        "content",
        "kind",
        "key",
        "expected");

    internal Statement FindLastHead { get; } =
        new(connection, probe, "SELECT since FROM branch_heads WHERE branch = @branch ORDER BY version DESC LIMIT 1", "branch");

    internal Statement AddHead { get; } = new(
        connection,
        probe,
        "INSERT INTO branch_heads (branch, version, since, head) VALUES (@branch, @version, @since, @head)",
        "branch",
        "version",
        "since",
        "head");

    internal Statement AddObject { get; } =
        new(connection, probe, "INSERT INTO objects (hash, bytes) VALUES (@hash, @bytes) ON CONFLICT DO NOTHING", "hash", "bytes");

    internal Statement FindCommit { get; } = new(connection, probe, "SELECT sequence, generation FROM commits WHERE id = @id", "id");

    internal Statement AddCommit { get; } = new(
        connection,
        probe,
        "INSERT INTO commits (sequence, id, generation, content, changes) VALUES (@sequence, @id, @generation, @content, @changes)",
        "sequence",
        "id",
        "generation",
        "content",
        "changes");

    internal Statement AddParent { get; } = new(
        connection,
        probe,
        "INSERT INTO commit_parents (\"commit\", position, parent) VALUES (@commit, @position, @parent)",
        "commit",
        "position",
        "parent");

    internal Statement AddElement { get; } =
        new(connection, probe, "INSERT INTO commit_elements (element, \"commit\") VALUES (@element, @commit)", "element", "commit");

    internal Statement AddIssue { get; } = new(
        connection,
        probe,
        "INSERT INTO commit_issues (issue, \"commit\") VALUES (@issue, @commit) ON CONFLICT DO NOTHING",
        "issue",
        "commit");

    internal Statement AddAudit { get; } = new(
        connection,
        probe,
        "INSERT INTO audit (sequence, id, time, actor, action, target_type, target_id, branch, success, hash, content) "
        + "VALUES (@sequence, @id, @time, @actor, @action, @type, @target, @branch, @success, @hash, @content)",
        "sequence",
        "id",
        "time",
        "actor",
        "action",
        "type",
        "target",
        "branch",
        "success",
        "hash",
        "content");

    internal Statement AddAuditIssue { get; } = new(
        connection,
        probe,
        "INSERT INTO audit_issues (issue, sequence) VALUES (@issue, @sequence) ON CONFLICT DO NOTHING",
        "issue",
        "sequence");

    internal Statement AddEvent { get; } =
        new(connection, probe, "INSERT INTO events (sequence, id, content) VALUES (@sequence, @id, @content)", "sequence", "id", "content");

    internal Statement FindLastPack { get; } = new(connection, probe, "SELECT max(id) FROM packs");

    internal Statement AddPack { get; } = new(connection, probe, "INSERT INTO packs (id, content) VALUES (@id, @content)", "id", "content");

    // Only while the row still holds what was packed: another server may have been first.
    internal Statement PackObject { get; } = new(
        connection, probe, "UPDATE objects SET bytes = @place WHERE hash = @hash AND bytes = @content", "place", "hash", "content");

    internal Statement PackAudit { get; } = new(
        connection, probe, "UPDATE audit SET content = @place WHERE sequence = @sequence AND content = @content", "place", "sequence", "content");

    internal Statement PackEvent { get; } = new(
        connection, probe, "UPDATE events SET content = @place WHERE sequence = @sequence AND content = @content", "place", "sequence", "content");

    internal Statement PackCommit { get; } = new(
        connection, probe, "UPDATE commits SET content = @place WHERE sequence = @sequence AND content = @content", "place", "sequence", "content");

    internal Statement PackChanges { get; } = new(
        connection, probe, "UPDATE commits SET changes = @place WHERE sequence = @sequence AND changes = @content", "place", "sequence", "content");

    internal Statement SetMeta { get; } = new(
        connection, probe, "INSERT INTO meta (key, value) VALUES (@key, @value) ON CONFLICT (key) DO UPDATE SET value = excluded.value", "key", "value");

    internal Statement RemoveObject { get; } = new(connection, probe, "DELETE FROM objects WHERE hash = @hash", "hash");

    public void Dispose()
    {
        foreach (var statement in (Statement[])
            [Begin, Commit, LockHead, MoveHead, FindInbox, AddInbox, FindAnswer, AddAnswer, FindBranch, AddBranch, ChangeBranch, FindDocument, AddDocument, ChangeDocument, FindLastHead,
                AddHead, AddObject, FindCommit, AddCommit, AddParent, AddElement, AddIssue, AddAudit, AddAuditIssue, AddEvent,
                FindLastPack, AddPack, PackObject, PackAudit, PackEvent, PackCommit, PackChanges, SetMeta, RemoveObject])
            statement.Dispose();
    }
}
