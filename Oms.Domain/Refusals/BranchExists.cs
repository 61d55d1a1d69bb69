namespace Oms.Domain.Refusals;

/// <summary>A branch of this name is there already, perhaps archived.</summary>
/// <param name="Branch">The name.</param>
public sealed record BranchExists(string Branch)
    : Refusal("BRANCH_EXISTS", $"There is a branch '{Branch}' already; names of archived branches are kept too. Choose another name.");
