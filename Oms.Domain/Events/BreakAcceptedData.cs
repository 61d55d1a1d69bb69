namespace Oms.Domain.Events;

/// <summary>The data of <see cref="EventTypes.BranchBreakAccepted"/>.</summary>
/// <param name="Fingerprint">Which break.</param>
/// <param name="ExpiresAt">From when it is refused again; null where it is from now on.</param>
/// <param name="Reason">Why, in the actor's words.</param>
public sealed record BreakAcceptedData(string Fingerprint, DateTimeOffset? ExpiresAt, string Reason);
