using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.History;
using Oms.Domain.Locks;
using Oms.Domain.Refusals;
using Lock = Oms.Domain.Locks.Lock;

namespace Oms.Domain.Branches;

/// <summary>The one rule for who may write to a branch now: state, then protection, then locks.</summary>
internal static class WriteAccess
{
    /// <summary>
    /// Why this actor can not write these elements now; null when they can. To be asked of every change of content, with all that it
    /// changes.
    /// </summary>
    /// <param name="context">Who writes, when.</param>
    /// <param name="branch">The branch, without overdue locks.</param>
    /// <param name="fencingToken">The token that the writer shows; null when none.</param>
    /// <param name="changes">What is written.</param>
    /// <param name="byProposal">True for the merge of a proposal that may be merged, which protection is for.</param>
    internal static Refusal? Check(
        CommandContext context, Branch branch, long? fencingToken, ImmutableArray<ElementChange> changes, bool byProposal = false)
    {
        if (CheckBefore(context, branch, fencingToken, byProposal) is { } refusal)
            return refusal;
        return new LockGate(branch.Locks).FindForeign(changes, context.Actor.Subject, fencingToken) is { } held
            ? KeptOut(context, branch, held, fencingToken)
            : null;
    }

    /// <summary>What of <see cref="Check"/> can be said before the changes are worked out, to spare the work.</summary>
    internal static Refusal? CheckBefore(CommandContext context, Branch branch, long? fencingToken, bool byProposal = false)
    {
        if (CheckOpen(context, branch, byProposal) is { } refusal)
            return refusal;
        if (branch.Review is { RequireProposal: true } && !byProposal)
            return new ProposalRequired(branch.Name.Value);
        if (branch.Lock is { } whole)
            return LockGate.IsShown(whole, context.Actor.Subject, fencingToken) ? null : KeptOut(context, branch, whole, fencingToken);
        return fencingToken is null || branch.Locks.Any(l => LockGate.IsShown(l, context.Actor.Subject, fencingToken))
            ? null
            : new FencingTokenStale(branch.Name.Value, fencingToken) { Path = ["fencingToken"] };
    }

    /// <summary>Why nobody, or not this actor, writes here whatever the locks say; null when they can.</summary>
    internal static Refusal? CheckOpen(CommandContext context, Branch branch, bool byProposal = false)
    {
        if (branch.State is BranchState.Archived or BranchState.Error)
            return BranchNotWritable.Of(branch);
        return branch.IsProtected && !byProposal && !context.May(Right.BranchWriteProtected)
            ? BranchProtected.Lacking(Right.BranchWriteProtected, branch)
            : null;
    }

    private static Refusal KeptOut(CommandContext context, Branch branch, Lock held, long? fencingToken) =>
        held.Holder == context.Actor.Subject
            ? new FencingTokenStale(branch.Name.Value, fencingToken) { Path = ["fencingToken"] }
            : BranchLocked.Of(branch, held, context.Now);
}
