namespace Oms.Benchmarks.Workload;

/// <summary>What setting a status answers.</summary>
internal sealed record SetObjectTypeStatusPayload(ObjectType ObjectType);
