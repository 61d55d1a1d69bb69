namespace Oms.Domain.Refusals;

/// <summary>No commit of this id waits or waited on a branch.</summary>
/// <param name="Branch">The branch that was named.</param>
/// <param name="Queued">The id that was named.</param>
public sealed record QueuedCommitNotFound(string Branch, string Queued)
    : Refusal("QUEUED_COMMIT_NOT_FOUND", $"No commit '{Queued}' was queued on '{Branch}'; `queuedCommits` lists those that were.");
