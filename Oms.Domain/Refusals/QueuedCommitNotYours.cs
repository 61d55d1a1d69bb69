namespace Oms.Domain.Refusals;

/// <summary>Only its author withdraws a commit that waits.</summary>
/// <param name="Queued">The queued commit.</param>
/// <param name="Author">Who made it.</param>
public sealed record QueuedCommitNotYours(string Queued, string Author)
    : Refusal("QUEUED_COMMIT_NOT_YOURS", $"{Author} made the queued commit '{Queued}', and nobody else withdraws it; once it is applied, `revertCommit` undoes it.");
