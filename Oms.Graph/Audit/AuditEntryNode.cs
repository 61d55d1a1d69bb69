using System.Globalization;
using Oms.Domain.Audit;
using Oms.Domain.Ontology;
using Oms.Graph.Branches;
using Oms.Graph.History;
using Oms.Graph.Issues;
using Oms.Graph.Nodes;
using Oms.Graph.Ontology;

namespace Oms.Graph.Audit;

/// <summary>GraphQL type <c>AuditEntry</c>.</summary>
internal sealed class AuditEntryNode(AuditEntry entry)
{
    internal const string TypeName = "AuditEntry";

    public string Id => GlobalId.Of(TypeName, entry.Sequence.ToString(CultureInfo.InvariantCulture));

    public string AuditId => entry.Id;

    public long Sequence => entry.Sequence;

    public DateTimeOffset Time => entry.Time;

    public Domain.Access.Actor Actor => entry.Actor;

    public string Action => entry.Action;

    public string TargetType => entry.TargetType;

    public string TargetId => entry.TargetId;

    public string? TargetName => entry.TargetName;

    public string? BranchName => entry.Branch;

    public bool Success => entry.Success;

    public string? ErrorCode => entry.ErrorCode;

    public string? ErrorMessage => entry.ErrorMessage;

    public JsonLiteral? Before => entry.Before;

    public JsonLiteral? After => entry.After;

    public IReadOnlyList<IssueNode> Issues => [.. entry.Issues.Select(i => new IssueNode(i))];

    public string? Reason => entry.Reason;

    public string CorrelationId => entry.CorrelationId;

    public string PreviousHash => entry.PreviousHash;

    public string Hash => entry.Hash;

    public async Task<BranchNode?> GetBranchAsync(Pin pin, CancellationToken cancellationToken) =>
        entry.Branch is { } name && await pin.FindAsync(name, cancellationToken) is { } branch ? new(branch) : null;

    public async Task<CommitNode?> GetCommitAsync(CommitLookup commits, CancellationToken cancellationToken) =>
        entry.Commit is { } id && await commits.FindAsync(id, cancellationToken) is { } record ? new(record) : null;
}
