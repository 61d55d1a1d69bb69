namespace Oms.Benchmarks.Workload;

/// <summary>The type <c>Link</c> of the common workload.</summary>
internal sealed record Link(string Id, Cardinality Cardinality, ObjectType Target);
