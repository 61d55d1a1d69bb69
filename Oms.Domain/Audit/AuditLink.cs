namespace Oms.Domain.Audit;

/// <summary>A place in the audit log: a number and the hash that stands there. Kept elsewhere it is a checkpoint.</summary>
/// <param name="Sequence">The entry's number; 0 before the first.</param>
/// <param name="Hash">The entry's hash; <see cref="AuditChain.Origin"/> before the first.</param>
public readonly record struct AuditLink(long Sequence, string Hash);
