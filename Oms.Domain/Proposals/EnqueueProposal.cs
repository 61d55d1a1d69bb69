using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Merging;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Proposals;

/// <summary>Sends a proposal to the merge queue of its target. What could not be merged if it were its turn is refused at once.</summary>
/// <param name="Strategy">What history is to look like.</param>
/// <param name="Message">The message of the commit; null for title and description.</param>
public sealed record EnqueueProposal(MergeStrategy Strategy, string? Message)
{
    /// <summary>Decides.</summary>
    public Result<Change> Decide(CommandContext context, MergeFacts facts)
    {
        var proposal = facts.Loaded.Proposal;
        if (!context.May(Right.ProposalMerge))
            return NotAuthorized.Lacking(Right.ProposalMerge, "to merge a proposal");
        if (ProposalWriting.Refuse(proposal, ProposalVerb.Enqueue) is { } verb)
            return verb;
        if (Message is not null && TextLimits.Check("message", Message, TextLimits.MaxMessage) is { } message)
            return message;
        ImmutableArray<MergeObstacle> obstacles = [.. Mergeability.Obstacles(facts with { IsThroughQueue = true }).Where(o => !o.IsPassing)];
        if (!obstacles.IsEmpty)
            return new ProposalNotMergeable(proposal.Id, obstacles);
        // Who is in the queue already keeps the place.
        var entry = new QueueEntry
        {
            By = context.Actor.Subject, Roles = context.Actor.Roles, At = proposal.Queue?.At ?? context.Time, Strategy = Strategy, Message = Message,
        };
        return ProposalWriting.Write(
            new Journal(context), proposal, proposal with { Queue = entry }, ProposalChangeKind.Queued, "enqueue", facts.Loaded.Change.Hash);
    }
}
