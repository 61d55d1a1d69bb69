using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Issues;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Proposals;

/// <summary>Changes what a proposal says, never its status.</summary>
/// <param name="Text">What it says from now on.</param>
public sealed record EditProposal(ProposalText Text)
{
    /// <summary>Decides.</summary>
    public Result<Change> Decide(CommandContext context, Proposal proposal, IssuePolicy issues)
    {
        if (ProposalOwnership.Check(context, proposal, "to work on a proposal") is { } owner)
            return owner;
        if (ProposalWriting.Refuse(proposal, ProposalVerb.Edit) is { } verb)
            return verb;
        ImmutableArray<Refusal> texts = [.. Text.Refuse(issues)];
        return texts.IsEmpty
            ? ProposalWriting.Write(new Journal(context), proposal, Text.ApplyTo(proposal), ProposalChangeKind.Edited, "update")
            : texts;
    }
}
