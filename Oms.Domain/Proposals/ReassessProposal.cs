using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Storage;

namespace Oms.Domain.Proposals;

/// <summary>
/// Holds a proposal against the content and the policy as they are now: approvals of another content are dismissed, and the status follows the
/// rules. Done by the registry when a branch moved; whatever it says, a merge judges anew.
/// </summary>
public static class ReassessProposal
{
    /// <summary>The change; null where everything is as it was.</summary>
    public static Change? Decide(CommandContext context, LoadedProposal loaded)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        var before = loaded.Proposal;
        if (!ProposalTransitions.IsAllowed(before.Status, ProposalVerb.Reassess))
            return null;
        var after = before with
        {
            Reviews = [.. before.Reviews.Select(r => IsStale(r, loaded) ? r with { DismissedAt = context.Time } : IsFreshAgain(r, loaded) ? r with { DismissedAt = null } : r)],
        };
        var moved = after.MoveTo(ProposalVerb.Reassess, loaded.With(after).StatusByRules);
        return moved.Status == before.Status && moved.Reviews.SequenceEqual(before.Reviews)
            ? null
            : ProposalWriting.Write(
                new Journal(context with { Actor = Actor.System }), before, moved, ProposalChangeKind.Reassessed, "reassess", loaded.Change.Hash, ReasonOf(before, moved));
    }

    private static string? ReasonOf(Proposal before, Proposal after) => before.Queue is not null && after.Queue is null
        ? "It left the merge queue, for it is not approved any more: its content, or what its target asks for, became another."
        : null;

    private static bool IsStale(Review review, LoadedProposal loaded) =>
        review is { Verdict: ReviewVerdict.Approved, DismissedAt: null } && review.Content != loaded.Change.Hash;

    // A content that comes back is the one that was agreed to.
    private static bool IsFreshAgain(Review review, LoadedProposal loaded) => review.DismissedAt is not null && review.Content == loaded.Change.Hash;
}
