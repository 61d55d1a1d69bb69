using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Locks;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Proposals;

/// <summary>Sets what a branch asks of whatever is to be merged into it.</summary>
/// <param name="Policy">What it asks for; null for what its protection alone asks.</param>
/// <param name="Reason">Why.</param>
public sealed record SetReviewPolicy(ReviewPolicy? Policy, string Reason)
{
    private const int MaxOwners = 50;
    private const int MaxName = 200;

    /// <summary>Decides for this branch as it was loaded.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded)
    {
        if (!context.May(Right.BranchProtect))
            return NotAuthorized.Lacking(Right.BranchProtect, "to set what a branch asks of proposals");
        if (TextLimits.Check("reason", Reason, TextLimits.MaxReason) is { } text)
            return text;
        if (loaded.State == BranchState.Archived)
            return BranchNotWritable.Of(loaded);
        return Policy is { } policy && Refuse(policy) is { } refusal ? refusal : Make(new Journal(context), loaded);
    }

    private static Refusal? Refuse(ReviewPolicy policy)
    {
        if (Count("approvals", policy.RequiredApprovals, 0, ReviewPolicy.MaxApprovals) is { } approvals)
            return approvals;
        if (Count("number of rules of code owners", policy.Owners.Length, 0, ReviewPolicy.MaxOwnerRules) is { } rules)
            return rules;
        if (Count("number of severities", policy.BySeverity.Length, 0, 5) is { } severities)
            return severities;
        foreach (var severity in policy.BySeverity)
            if (Count("approvals", severity.Approvals, 0, ReviewPolicy.MaxApprovals) is { } refusal)
                return refusal;
        foreach (var rule in policy.Owners)
            if (Refuse(rule) is { } refusal)
                return refusal;
        return null;
    }

    private static Refusal? Refuse(CodeOwners rule) =>
        Count("number of owners", rule.Owners.Length, 1, MaxOwners)
        ?? Count("approvals of owners", rule.Approvals, 1, rule.Owners.Length)
        ?? rule.Owners.Select(o => TextLimits.Check("owner", o, MaxName)).FirstOrDefault(r => r is not null);

    private static Refusal? Count(string what, int actual, int least, int most) =>
        actual < least || actual > most ? new ValueOutOfRange(what, least, most, actual) { Path = ["policy"] } : null;

    private Change Make(Journal journal, Branch loaded)
    {
        var branch = LockExpiry.Settle(loaded, journal);
        var changed = branch with { Review = Policy };
        journal.Record(TargetTypes.Branch, branch.Name.Value, "set_policy", entry => entry with
        {
            Branch = branch.Name.Value,
            TargetName = branch.Name.Value,
            Before = branch.Review is { } before ? CanonicalJson.Literal(before) : null,
            After = Policy is { } after ? CanonicalJson.Literal(after) : null,
            Reason = Reason,
        });
        var effective = ReviewPolicy.Of(changed);
        journal.Tell(
            EventTypes.BranchPolicyChanged, branch.Name.Value,
            new BranchPolicyChangedData(effective.RequireProposal, effective.RequiredApprovals, Reason));
        return new Change { Branches = [changed.Over(loaded)], Audit = journal.Entries, Events = journal.Events };
    }
}
