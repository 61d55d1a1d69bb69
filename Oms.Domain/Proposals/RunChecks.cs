using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Proposals;

/// <summary>Carries checks of a proposal out again, and keeps who did.</summary>
/// <param name="Kinds">Which; all where none is named.</param>
public sealed record RunChecks(ImmutableArray<CheckKind> Kinds)
{
    /// <summary>Decides.</summary>
    public Result<Change> Decide(CommandContext context, Proposal proposal, CheckInput input)
    {
        if (!context.May(Right.ProposalComment))
            return NotAuthorized.Lacking(Right.ProposalComment, "to run checks");
        if (ProposalWriting.Refuse(proposal, ProposalVerb.Check) is { } verb)
            return verb;
        ImmutableArray<CheckKind> kinds = Kinds.IsDefaultOrEmpty ? [.. Enum.GetValues<CheckKind>()] : [.. Kinds.Distinct().Order()];
        var run = kinds.Select(k => ProposalChecks.Run(k, input, context)).ToImmutableArray();
        var after = proposal with { Checks = [.. proposal.Checks.Where(c => !kinds.Contains(c.Kind)).Concat(run).OrderBy(c => c.Kind)] };
        var reason = string.Join(' ', run.Select(r => r.Summary));
        return ProposalWriting.Write(new Journal(context), proposal, after, ProposalChangeKind.ChecksRun, "run_checks", input.Change.Hash, reason);
    }
}
