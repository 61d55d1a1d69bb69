namespace Oms.Domain.Refusals;

/// <summary>A commit is not in the history of a branch.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Branch">The branch.</param>
public sealed record CommitNotOnBranch(string Commit, string Branch)
    : Refusal("COMMIT_NOT_ON_BRANCH", $"The commit {Commit} is not in the history of '{Branch}'. Name the branch that has it, or merge it first.");
