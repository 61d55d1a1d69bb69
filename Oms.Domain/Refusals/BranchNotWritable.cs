using Oms.Domain.Branches;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Refusals;

/// <summary>The branch is in a state in which nobody writes.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="State">Its state.</param>
/// <param name="Since">When it came into this state.</param>
/// <param name="By">Who brought it there.</param>
/// <param name="Reason">Why, in their words.</param>
/// <param name="Alternative">What one can do instead, a sentence.</param>
public sealed record BranchNotWritable(string Branch, BranchState State, DateTimeOffset Since, string By, string Reason, string Alternative)
    : Refusal("BRANCH_NOT_WRITABLE", $"The branch '{Branch}' is in state {Words.Of(State)} since {Since:u}, set by {By} ({Reason}). {Alternative}")
{
    /// <summary>The refusal for a branch as it is.</summary>
    public static BranchNotWritable Of(Branch branch) => new(
        branch.Name.Value,
        branch.State,
        branch.StateChangedAt,
        branch.StateChangedBy,
        branch.StateReason.Length == 0 ? "no reason given" : branch.StateReason,
        branch.State == BranchState.Archived
            ? "Make a new branch from its head and work there."
            : "Ask an administrator to recover it, or make a new branch from its head and work there.");
}
