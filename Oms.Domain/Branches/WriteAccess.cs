using Oms.Domain.Access;
using Oms.Domain.Refusals;

namespace Oms.Domain.Branches;

/// <summary>The one rule for who may write to a branch now: state, then protection, then lock.</summary>
internal static class WriteAccess
{
    /// <summary>Why this actor can not write to this branch now; null when they can.</summary>
    /// <param name="context">Who writes, when.</param>
    /// <param name="branch">The branch, without an overdue lock.</param>
    /// <param name="fencingToken">The token that the writer shows; null when none.</param>
    internal static Refusal? Check(CommandContext context, Branch branch, long? fencingToken)
    {
        if (branch.State is BranchState.Archived or BranchState.Error)
            return BranchNotWritable.Of(branch);
        if (branch.IsProtected && !context.May(Right.BranchWriteProtected))
            return BranchProtected.Lacking(Right.BranchWriteProtected, branch);
        if (branch.Lock is not { } held)
            return fencingToken is null ? null : new FencingTokenStale(branch.Name.Value, fencingToken) { Path = ["fencingToken"] };
        if (held.Holder != context.Actor.Subject)
            return BranchLocked.Of(branch, context.Now);
        return held.FencingToken == fencingToken
            ? null
            : new FencingTokenStale(branch.Name.Value, fencingToken) { Path = ["fencingToken"] };
    }
}
