namespace Oms.Benchmarks.Workload;

/// <summary>The type <c>Property</c> of the common workload.</summary>
internal sealed record Property(string Id, string DisplayName, string DataType, bool Required);
