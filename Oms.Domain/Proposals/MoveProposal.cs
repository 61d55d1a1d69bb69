using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Proposals;

/// <summary>What its author does with a proposal, and a reviewer's refusal of it: submit, return to draft, close, reopen, reject.</summary>
/// <param name="Verb">What to do.</param>
/// <param name="Reason">Why; asked for where it ends the proposal.</param>
public sealed record MoveProposal(ProposalVerb Verb, string? Reason)
{
    /// <summary>Decides; <paramref name="twin"/> is another one alive for the same two branches.</summary>
    public Result<Change> Decide(CommandContext context, LoadedProposal loaded, Proposal? twin)
    {
        var proposal = loaded.Proposal;
        if (Refuse(context, loaded, twin) is { } refusal)
            return refusal;
        var ends = Verb is ProposalVerb.Close or ProposalVerb.Reject;
        var moved = proposal.MoveTo(Verb, To(loaded)) with
        {
            EndedBy = ends ? context.Actor.Subject : null,
            EndReason = ends ? Reason : null,
        };
        return ProposalWriting.Write(new Journal(context), proposal, moved, Kind, Verb.ToString().ToLowerInvariant(), loaded.Change.Hash, Reason);
    }

    private ProposalChangeKind Kind => Verb switch
    {
        ProposalVerb.Submit => ProposalChangeKind.Submitted,
        ProposalVerb.ReturnToDraft => ProposalChangeKind.ReturnedToDraft,
        ProposalVerb.Close => ProposalChangeKind.Closed,
        ProposalVerb.Reopen => ProposalChangeKind.Reopened,
        ProposalVerb.Reject => ProposalChangeKind.Rejected,
        _ => throw new InvalidOperationException($"{Verb} is a command of its own"),
    };

    private ProposalStatus To(LoadedProposal loaded) => Verb switch
    {
        ProposalVerb.ReturnToDraft => ProposalStatus.Draft,
        ProposalVerb.Close => ProposalStatus.Closed,
        ProposalVerb.Reject => ProposalStatus.Rejected,
        _ => loaded.StatusByRules,
    };

    private Refusal? Refuse(CommandContext context, LoadedProposal loaded, Proposal? twin)
    {
        var proposal = loaded.Proposal;
        if (RefuseActor(context, loaded) is { } actor)
            return actor;
        if (ProposalWriting.Refuse(proposal, Verb) is { } verb)
            return verb;
        if (Verb is ProposalVerb.Close or ProposalVerb.Reject && TextLimits.Check("reason", Reason ?? string.Empty, TextLimits.MaxReason) is { } reason)
            return reason;
        return Verb == ProposalVerb.Reopen && twin is not null ? new ProposalExists(twin.Id, twin.Source.Value, twin.Target.Value) : null;
    }

    private Refusal? RefuseActor(CommandContext context, LoadedProposal loaded)
    {
        if (Verb != ProposalVerb.Reject)
            return ProposalOwnership.Check(context, loaded.Proposal, "to work on a proposal");
        if (!context.May(Right.ProposalReview))
            return NotAuthorized.Lacking(Right.ProposalReview, "to reject a proposal");
        return loaded.Proposal.Author == context.Actor.Subject ? new ReviewOfOwnWork(loaded.Proposal.Id, context.Actor.Subject) : null;
    }
}
