namespace Oms.Engine.Execution.Incremental;

/// <summary>What of an object's selection comes later.</summary>
/// <param name="Usages">The uses of <c>@defer</c> that begin at this object.</param>
/// <param name="Parts">The fields that come later, by the uses that they belong to.</param>
internal sealed record DeferredSelection(DeferUsage[] Usages, DeferredPart[] Parts);
