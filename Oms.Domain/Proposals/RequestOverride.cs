using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Proposals;

/// <summary>Asks for leave to merge a proposal although something stands against it. It takes the place of one that was asked for before.</summary>
/// <param name="Reason">Why: <see cref="EmergencyOverride.MinReason"/> to <see cref="TextLimits.MaxReason"/> characters.</param>
public sealed record RequestOverride(string Reason)
{
    /// <summary>Decides.</summary>
    public Result<Change> Decide(CommandContext context, LoadedProposal loaded)
    {
        var proposal = loaded.Proposal;
        if (!context.May(Right.ProposalMerge))
            return NotAuthorized.Lacking(Right.ProposalMerge, "to ask for an emergency override");
        if (ProposalWriting.Refuse(proposal, ProposalVerb.Merge) is { } verb)
            return verb;
        var length = Reason.Trim().Length;
        if (length is < EmergencyOverride.MinReason or > TextLimits.MaxReason)
            return new ValueOutOfRange("length of reason", EmergencyOverride.MinReason, TextLimits.MaxReason, length) { Path = ["reason"] };
        var asked = new EmergencyOverride
        {
            Reason = Reason, Content = loaded.Change.Hash, RequestedBy = context.Actor.Subject, RequestedAt = context.Time,
            ExpiresAt = context.Time + EmergencyOverride.Lifetime,
        };
        return ProposalWriting.Write(
            new Journal(context), proposal, proposal with { Override = asked }, ProposalChangeKind.OverrideRequested, "override_request", loaded.Change.Hash, Reason);
    }
}
