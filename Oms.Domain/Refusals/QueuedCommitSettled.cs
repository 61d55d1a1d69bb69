using Oms.Domain.Locks;

namespace Oms.Domain.Refusals;

/// <summary>A commit waits no more.</summary>
/// <param name="Queued">The queued commit.</param>
/// <param name="Status">What became of it.</param>
public sealed record QueuedCommitSettled(string Queued, QueuedCommitStatus Status) : Refusal(
    "QUEUED_COMMIT_SETTLED",
    Status == QueuedCommitStatus.Applied
        ? $"The queued commit '{Queued}' was applied already; `revertCommit` undoes it."
        : $"The queued commit '{Queued}' waits no more: it was {Status.ToString().ToLowerInvariant()}.");
