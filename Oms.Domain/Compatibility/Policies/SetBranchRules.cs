using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Compatibility.Policies;

/// <summary>Sets what changes of a branch have to keep. What is accepted stays.</summary>
/// <param name="Rules">The new rules.</param>
/// <param name="Reason">Why.</param>
public sealed record SetBranchRules(BranchRules Rules, string Reason)
{
    /// <summary>The longest grace period, in days.</summary>
    public const int MaxGraceDays = 3_650;

    /// <summary>Decides; <paramref name="known"/> is the document as it is kept.</summary>
    public Result<RulesDecision> Decide(CommandContext context, Branch branch, StoredDocument? known)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(branch);
        if (!context.May(Right.BranchProtect))
            return NotAuthorized.Lacking(Right.BranchProtect, "to set what changes of a branch have to keep");
        if (TextLimits.Check("reason", Reason, TextLimits.MaxReason) is { } text)
            return text;
        if (branch.State == BranchState.Archived)
            return BranchNotWritable.Of(branch);
        if (Rules.Compatibility.Length > BranchRules.MaxRules)
            return new ValueOutOfRange("number of rules", 0, BranchRules.MaxRules, Rules.Compatibility.Length) { Path = ["compatibility"] };
        if (Rules.GraceDays is < 0 or > MaxGraceDays)
            return new ValueOutOfRange("grace period in days", 0, MaxGraceDays, Rules.GraceDays.Value) { Path = ["graceDays"] };
        var before = RulesDecision.Read(known);
        // Equal rules have equal text only once both have been read: lists are compared by where they are kept.
        var after = CanonicalJson.Read<BranchRules>(CanonicalJson.Write(Rules with { Accepted = before.Accepted }));
        return CanonicalJson.Literal(after).Text == CanonicalJson.Literal(before).Text
            ? new NothingChanged(branch.Name.Value)
            : RulesDecision.Make(new Journal(context), branch, known, after, "set_rules", Reason, EventTypes.BranchRulesChanged, new BranchRulesChangedData(Reason));
    }
}
