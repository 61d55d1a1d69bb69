namespace Oms.Domain.Audit;

/// <summary>What a check of the audit log found.</summary>
/// <param name="Last">The last entry up to which the log is whole.</param>
/// <param name="Break">The first broken link; null when the log is whole.</param>
public sealed record AuditVerdict(AuditLink Last, AuditBreak? Break)
{
    /// <summary>True when no link is broken.</summary>
    public bool IsWhole => Break is null;
}
