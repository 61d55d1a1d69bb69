using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Proposals;

/// <summary>Gives the emergency override that somebody else asked for.</summary>
public sealed record ApproveOverride
{
    /// <summary>Decides.</summary>
    public Result<Change> Decide(CommandContext context, LoadedProposal loaded)
    {
        var proposal = loaded.Proposal;
        if (!context.May(Right.Override))
            return NotAuthorized.Lacking(Right.Override, "to give an emergency override");
        if (ProposalWriting.Refuse(proposal, ProposalVerb.Merge) is { } verb)
            return verb;
        if (Problem(context, loaded) is { } problem)
            return OverrideNotUsable.Of(proposal.Id, problem);
        var given = proposal.Override! with
        {
            ApprovedBy = context.Actor.Subject, ApprovedAt = context.Time, ExpiresAt = context.Time + EmergencyOverride.Lifetime,
        };
        return ProposalWriting.Write(
            new Journal(context), proposal, proposal with { Override = given }, ProposalChangeKind.OverrideApproved, "override_approve", loaded.Change.Hash, given.Reason);
    }

    private static OverrideProblem? Problem(CommandContext context, LoadedProposal loaded)
    {
        if (loaded.Proposal.Override is not { } asked)
            return OverrideProblem.NotRequested;
        if (asked.RequestedBy == context.Actor.Subject || loaded.IsOwnOf(context.Actor.Subject))
            return OverrideProblem.SamePerson;
        return asked.ProblemAt(context.Time, loaded.Change.Hash) is { } problem and not OverrideProblem.NotApproved ? problem : null;
    }
}
