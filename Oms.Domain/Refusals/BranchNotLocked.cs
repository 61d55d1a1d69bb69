namespace Oms.Domain.Refusals;

/// <summary>The branch has no lock that could be extended or given back; perhaps it ended by time.</summary>
/// <param name="Branch">The branch.</param>
public sealed record BranchNotLocked(string Branch)
    : Refusal("BRANCH_NOT_LOCKED", $"The branch '{Branch}' is not locked. If the lock was yours, it ended by time: take a new one.");
