using Oms.Domain.Locks;
using Oms.Graph.History;

namespace Oms.Graph.Locks;

/// <summary>GraphQL type <c>QueuedCommit</c>.</summary>
internal sealed class QueuedCommitNode(QueuedCommit queued)
{
    public string Id => queued.Id;

    public string BranchName => queued.Branch;

    public string Author => queued.Author.Subject;

    public string Message => queued.Message;

    public DateTimeOffset QueuedAt => queued.QueuedAt;

    public QueuedCommitStatus Status => queued.Status;

    public DateTimeOffset? SettledAt => queued.SettledAt;

    public string? ReturnCode => queued.ReturnCode;

    public string? ReturnReason => queued.ReturnReason;

    public IReadOnlyList<string> Conflicts => queued.Conflicts;

    public async Task<CommitNode> GetCommitAsync(CommitLookup commits, CancellationToken cancellationToken) =>
        new(await commits.GetAsync(queued.Commit, cancellationToken));

    public async Task<CommitNode?> GetAppliedAsync(CommitLookup commits, CancellationToken cancellationToken) =>
        queued.Applied.IsEmpty ? null : new(await commits.GetAsync(queued.Applied, cancellationToken));
}
