using Oms.Domain.Branches;

namespace Oms.Domain.Events;

/// <summary>The data of <see cref="EventTypes.BranchStateChanged"/>.</summary>
/// <param name="From">The state before.</param>
/// <param name="To">The state now.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Trigger">What made it change.</param>
/// <param name="Actor">Who made it change.</param>
/// <param name="Lock">The lock that holds the branch now; null when none does.</param>
public sealed record BranchStateChangedData(BranchState From, BranchState To, string Reason, StateTrigger Trigger, string Actor, LockData? Lock);
