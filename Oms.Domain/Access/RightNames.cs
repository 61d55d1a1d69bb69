using System.Collections.Frozen;

namespace Oms.Domain.Access;

/// <summary>The names of rights on the wire, <c>{resource}:{verb}</c>.</summary>
public static class RightNames
{
    private static readonly FrozenDictionary<Right, string> Names = new Dictionary<Right, string>
    {
        [Right.SchemaRead] = "schema:read",
        [Right.BranchRead] = "branch:read",
        [Right.SchemaWrite] = "schema:write",
        [Right.SchemaDelete] = "schema:delete",
        [Right.Import] = "import",
        [Right.BranchCreate] = "branch:create",
        [Right.BranchArchive] = "branch:archive",
        [Right.BranchWriteProtected] = "branch:write-protected",
        [Right.BranchProtect] = "branch:protect",
        [Right.BranchSetState] = "branch:set-state",
        [Right.LockAcquire] = "lock:acquire",
        [Right.LockRelease] = "lock:release",
        [Right.IndexingReport] = "indexing:report",
        [Right.LockForceUnlock] = "lock:force-unlock",
        [Right.Merge] = "merge",
        [Right.Revert] = "revert",
        [Right.Release] = "release:create",
        [Right.Override] = "override",
        [Right.AuditRead] = "audit:read",
        [Right.IssueRead] = "issue:read",
        [Right.OutboxRead] = "outbox:read",
        [Right.OutboxManage] = "outbox:manage",
        [Right.ProposalRead] = "proposal:read",
        [Right.ProposalComment] = "proposal:comment",
        [Right.ProposalWrite] = "proposal:write",
        [Right.ProposalReview] = "proposal:review",
        [Right.ProposalMerge] = "proposal:merge",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Right> Rights = Names.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

    /// <summary>The name of a right.</summary>
    public static string Of(Right right) => Names[right];

    /// <summary>The right of a name; null when no right has it.</summary>
    public static Right? Find(string name) => Rights.TryGetValue(name, out var right) ? right : null;
}
