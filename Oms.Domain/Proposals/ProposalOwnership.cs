using Oms.Domain.Access;
using Oms.Domain.Refusals;

namespace Oms.Domain.Proposals;

/// <summary>Who works on a proposal: its author, and who administers branches.</summary>
internal static class ProposalOwnership
{
    internal static Refusal? Check(CommandContext context, Proposal proposal, string purpose)
    {
        if (!context.May(Right.ProposalWrite))
            return NotAuthorized.Lacking(Right.ProposalWrite, purpose);
        return proposal.Author == context.Actor.Subject || context.May(Right.BranchProtect)
            ? null
            : NotAuthorized.Lacking(Right.BranchProtect, $"{purpose} of another ({proposal.Author})");
    }
}
