using Oms.Domain.Access;

namespace Oms.Domain.Refusals;

/// <summary>The branch is protected, and the actor has not the right that this asks for.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Right">The name of the right that is missing.</param>
public sealed record BranchProtected(string Branch, string Right)
    : Refusal(
        "BRANCH_PROTECTED",
        $"The branch '{Branch}' is protected: you need the right {Right}. Make a branch of your own from it, change that one, and propose it with createProposal.")
{
    /// <summary>The right is missing on this branch.</summary>
    public static BranchProtected Lacking(Right right, Branches.Branch branch) => new(branch.Name.Value, RightNames.Of(right));
}
