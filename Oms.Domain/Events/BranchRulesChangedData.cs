namespace Oms.Domain.Events;

/// <summary>The data of <see cref="EventTypes.BranchRulesChanged"/>.</summary>
/// <param name="Reason">Why, in the actor's words.</param>
public sealed record BranchRulesChangedData(string Reason);
