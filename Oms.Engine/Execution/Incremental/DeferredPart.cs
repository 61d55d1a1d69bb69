namespace Oms.Engine.Execution.Incremental;

/// <summary>Fields of one object that belong to the same uses of <c>@defer</c>, and so are executed together and once.</summary>
/// <param name="Usages">The uses; the first of them to be complete brings the fields.</param>
/// <param name="Fields">The fields.</param>
internal sealed record DeferredPart(DeferUsage[] Usages, ObjectPlan Fields);
