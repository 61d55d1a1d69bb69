using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Compatibility.Policies;

/// <summary>Accepts a break on a branch, until a moment; or takes that back.</summary>
/// <param name="Fingerprint">Which break.</param>
/// <param name="ExpiresAt">From when it is refused again; null to take the acceptance back.</param>
/// <param name="Reason">Why.</param>
public sealed record AcceptBreak(string Fingerprint, DateTimeOffset? ExpiresAt, string Reason)
{
    /// <summary>The longest time for which a break is accepted, in days.</summary>
    public const int MaxDays = 366;

    /// <summary>Decides; <paramref name="known"/> is the document as it is kept.</summary>
    public Result<RulesDecision> Decide(CommandContext context, Branch branch, StoredDocument? known)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(branch);
        if (!context.May(Right.Override))
            return NotAuthorized.Lacking(Right.Override, "to accept a break, or to take that back");
        if (TextLimits.Check("reason", Reason, TextLimits.MaxReason) is { } text)
            return text;
        if (Fingerprint.Length != Finding.FingerprintLength || !Fingerprint.StartsWith("b-", StringComparison.Ordinal))
            return new MalformedInput("This is no fingerprint of a break; the refusal COMPATIBILITY_BROKEN has them.") { Path = ["fingerprint"] };
        var rules = RulesDecision.Read(known);
        if (ExpiresAt is not { } end)
            return rules.Accepted.Any(a => a.Fingerprint == Fingerprint)
                ? Write(context, branch, known, rules, null)
                : new NothingChanged(branch.Name.Value) { Path = ["fingerprint"] };
        if (end <= context.Time || end > context.Time.AddDays(MaxDays))
            return new ValueOutOfRange("days until the end", 0, MaxDays, (long)Math.Ceiling((end - context.Time).TotalDays)) { Path = ["expiresAt"] };
        var accepted = new AcceptedBreak { Fingerprint = Fingerprint, Reason = Reason, By = context.Actor.Subject, At = context.Time, ExpiresAt = end };
        return Write(context, branch, known, rules, accepted);
    }

    private Result<RulesDecision> Write(CommandContext context, Branch branch, StoredDocument? known, BranchRules rules, AcceptedBreak? accepted)
    {
        // What has expired is written down in the audit log, and need not be kept here.
        var kept = rules.Accepted.RemoveAll(a => a.Fingerprint == Fingerprint || a.ExpiresAt <= context.Time);
        if (accepted is not null && kept.Length >= BranchRules.MaxAccepted)
            return new ValueOutOfRange("number of accepted breaks", 0, BranchRules.MaxAccepted, kept.Length + 1);
        var after = rules with { Accepted = accepted is null ? kept : kept.Add(accepted) };
        return RulesDecision.Make(
            new Journal(context), branch, known, after, accepted is null ? "refuse_break" : "accept_break", Reason,
            EventTypes.BranchBreakAccepted, new BreakAcceptedData(Fingerprint, ExpiresAt, Reason), Fingerprint);
    }
}
