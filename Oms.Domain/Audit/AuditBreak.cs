namespace Oms.Domain.Audit;

/// <summary>The first place where the audit log is not what was written.</summary>
/// <param name="Sequence">The number of the entry found there, or of the first one that is missing.</param>
/// <param name="Kind">What does not fit.</param>
/// <param name="Expected">What should stand there.</param>
/// <param name="Actual">What stands there.</param>
public sealed record AuditBreak(long Sequence, AuditBreakKind Kind, string Expected, string Actual);
