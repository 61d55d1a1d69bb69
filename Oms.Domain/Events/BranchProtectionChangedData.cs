namespace Oms.Domain.Events;

/// <summary>The data of <see cref="EventTypes.BranchProtectionChanged"/>.</summary>
/// <param name="IsProtected">True when the branch is protected now.</param>
/// <param name="Reason">Why, in the actor's words.</param>
public sealed record BranchProtectionChangedData(bool IsProtected, string Reason);
