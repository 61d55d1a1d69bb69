using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Proposals;

/// <summary>Takes a proposal out of the merge queue.</summary>
/// <param name="Reason">Why.</param>
public sealed record DequeueProposal(string Reason)
{
    /// <summary>Decides.</summary>
    public Result<Change> Decide(CommandContext context, Proposal proposal)
    {
        if (!context.May(Right.ProposalMerge) && context.Actor != Actor.System)
            return NotAuthorized.Lacking(Right.ProposalMerge, "to take a proposal out of the merge queue");
        if (TextLimits.Check("reason", Reason, TextLimits.MaxMessage) is { } reason)
            return reason;
        return proposal.Queue is null
            ? new ProposalNotQueued(proposal.Id)
            : ProposalWriting.Write(
                new Journal(context), proposal, proposal with { Queue = null }, ProposalChangeKind.Dequeued, "dequeue", null, Reason);
    }
}
