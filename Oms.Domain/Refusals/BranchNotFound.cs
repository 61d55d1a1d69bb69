namespace Oms.Domain.Refusals;

/// <summary>There is no branch of this name.</summary>
/// <param name="Branch">The name that was given.</param>
public sealed record BranchNotFound(string Branch)
    : Refusal("BRANCH_NOT_FOUND", $"There is no branch '{Branch}'. The field branches lists those that there are.");
