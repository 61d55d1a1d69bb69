using Microsoft.EntityFrameworkCore.Migrations;

namespace Oms.Storage.Schema;

/// <summary>Every step of the tables, oldest first.</summary>
internal static class SchemaSteps
{
    internal static readonly IReadOnlyList<SchemaStep> All = 
    [
        new(1, Begin, ["audit", "events", "branch_heads", "commits"]),
        new(2, AddDocuments, []),
        new(3, AddPacks, ["packs"])
        {
            Packable =
            [
                new("commits", ["sequence", "id", "generation"], ["content", "changes"]),
                new("audit", ["sequence", "id", "time", "actor", "action", "target_type", "target_id", "branch", "success", "hash"], ["content"]),
                new("events", ["sequence", "id"], ["content"]),
            ],
        },
    ];

    /// <summary>The format that this program writes.</summary>
    internal static int Latest => All[^1].Format;

    private static void Begin(MigrationBuilder schema)
    {
        BeginObjects(schema);
        BeginCommits(schema);
        BeginBranches(schema);
        BeginAudit(schema);
        BeginEvents(schema);
    }

    private static void AddDocuments(MigrationBuilder schema) => schema.CreateTable(
        "documents",
        t => new { kind = t.Column<string>(), key = t.Column<string>(), version = t.Column<long>(), content = t.Column<byte[]>() },
        constraints: t => t.PrimaryKey("pk_documents", x => new { x.kind, x.key }));

    private static void AddPacks(MigrationBuilder schema) => schema.CreateTable(
        "packs", t => new { id = t.Column<long>(), content = t.Column<byte[]>() }, constraints: t => t.PrimaryKey("pk_packs", x => x.id));

    private static void BeginObjects(MigrationBuilder schema)
    {
        schema.CreateTable("meta", t => new { key = t.Column<string>(), value = t.Column<string>() }, constraints: t => t.PrimaryKey("pk_meta", x => x.key));
        schema.CreateTable(
            "objects",
            t => new { hash = t.Column<byte[]>(), bytes = t.Column<byte[]>() },
            constraints: t => t.PrimaryKey("pk_objects", x => x.hash));
    }

    private static void BeginCommits(MigrationBuilder schema)
    {
        schema.CreateTable(
            "commits",
            t => new
            {
                sequence = t.Column<long>(),
                id = t.Column<string>(),
                generation = t.Column<int>(),
                content = t.Column<byte[]>(),
                changes = t.Column<byte[]>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_commits", x => x.sequence);
                t.UniqueConstraint("uq_commits_id", x => x.id);
            });
        schema.CreateTable(
            "commit_parents",
            t => new { commit = t.Column<long>(), position = t.Column<int>(), parent = t.Column<long>() },
            constraints: t =>
            {
                t.PrimaryKey("pk_commit_parents", x => new { x.commit, x.position });
                t.ForeignKey("fk_commit_parents_commit", x => x.commit, "commits", "sequence");
                t.ForeignKey("fk_commit_parents_parent", x => x.parent, "commits", "sequence");
            });
        schema.CreateTable(
            "commit_elements",
            t => new { element = t.Column<string>(), commit = t.Column<long>() },
            constraints: t =>
            {
                t.PrimaryKey("pk_commit_elements", x => new { x.element, x.commit });
                t.ForeignKey("fk_commit_elements_commit", x => x.commit, "commits", "sequence");
            });
        schema.CreateTable(
            "commit_issues",
            t => new { issue = t.Column<string>(), commit = t.Column<long>() },
            constraints: t =>
            {
                t.PrimaryKey("pk_commit_issues", x => new { x.issue, x.commit });
                t.ForeignKey("fk_commit_issues_commit", x => x.commit, "commits", "sequence");
            });
    }

    private static void BeginBranches(MigrationBuilder schema)
    {
        schema.CreateTable(
            "branches",
            t => new { name = t.Column<string>(), version = t.Column<long>(), head = t.Column<string>(), content = t.Column<byte[]>() },
            constraints: t =>
            {
                t.PrimaryKey("pk_branches", x => x.name);
                t.ForeignKey("fk_branches_head", x => x.head, "commits", "id");
            });
        schema.CreateTable(
            "branch_heads",
            t => new { branch = t.Column<string>(), version = t.Column<long>(), since = t.Column<long>(), head = t.Column<string>() },
            constraints: t =>
            {
                t.PrimaryKey("pk_branch_heads", x => new { x.branch, x.version });
                t.ForeignKey("fk_branch_heads_branch", x => x.branch, "branches", "name");
                t.ForeignKey("fk_branch_heads_head", x => x.head, "commits", "id");
            });
        schema.CreateIndex("ix_branch_heads_since", "branch_heads", ["branch", "since"]);
    }

    private static void BeginAudit(MigrationBuilder schema)
    {
        schema.CreateTable(
            "audit",
            t => new
            {
                sequence = t.Column<long>(),
                id = t.Column<string>(),
                time = t.Column<long>(),
                actor = t.Column<string>(),
                action = t.Column<string>(),
                target_type = t.Column<string>(),
                target_id = t.Column<string>(),
                branch = t.Column<string>(nullable: true),
                success = t.Column<bool>(),
                hash = t.Column<string>(),
                content = t.Column<byte[]>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_audit", x => x.sequence);
                t.UniqueConstraint("uq_audit_id", x => x.id);
            });
        schema.CreateIndex("ix_audit_time", "audit", "time");
        schema.CreateIndex("ix_audit_actor", "audit", ["actor", "sequence"]);
        schema.CreateIndex("ix_audit_target", "audit", ["target_id", "sequence"]);
        schema.CreateIndex("ix_audit_branch", "audit", ["branch", "sequence"]);
        schema.CreateTable(
            "audit_issues",
            t => new { issue = t.Column<string>(), sequence = t.Column<long>() },
            constraints: t =>
            {
                t.PrimaryKey("pk_audit_issues", x => new { x.issue, x.sequence });
                t.ForeignKey("fk_audit_issues_sequence", x => x.sequence, "audit", "sequence");
            });
    }

    private static void BeginEvents(MigrationBuilder schema)
    {
        schema.CreateTable(
            "events",
            t => new { sequence = t.Column<long>(), id = t.Column<string>(), content = t.Column<byte[]>() },
            constraints: t =>
            {
                t.PrimaryKey("pk_events", x => x.sequence);
                t.UniqueConstraint("uq_events_id", x => x.id);
            });
        schema.CreateTable(
            "log_head",
            t => new
            {
                id = t.Column<int>(),
                events = t.Column<long>(),
                audit = t.Column<long>(),
                audit_hash = t.Column<string>(),
                commits = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("pk_log_head", x => x.id));
        schema.CreateTable("inbox", t => new { id = t.Column<string>() }, constraints: t => t.PrimaryKey("pk_inbox", x => x.id));
        schema.CreateTable(
            "answers",
            t => new { key = t.Column<string>(), request_hash = t.Column<string>(), answer = t.Column<string>(), time = t.Column<long>() },
            constraints: t => t.PrimaryKey("pk_answers", x => x.key));
        schema.Sql($"INSERT INTO log_head (id, events, audit, audit_hash, commits) VALUES (1, 0, 0, '{Domain.Audit.AuditChain.Origin}', 0)");
    }
}
