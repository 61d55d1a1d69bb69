namespace Oms.Domain.Refusals;

/// <summary>A branch can not move forward to another, for it has commits of its own.</summary>
/// <param name="Branch">The branch that would move.</param>
/// <param name="Source">What it would move to.</param>
/// <param name="Ahead">How many commits it has that the other has not.</param>
public sealed record NotFastForward(string Branch, string Source, int Ahead) : Refusal(
    "NOT_FAST_FORWARD",
    $"'{Branch}' has {Ahead} {(Ahead == 1 ? "commit" : "commits")} that '{Source}' has not, so it can not just move forward. Take the strategy MERGE, REBASE or SQUASH.");
