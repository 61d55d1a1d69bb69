namespace Oms.Benchmarks.Workload;

/// <summary>The enum <c>Status</c> of the common workload.</summary>
internal enum Status
{
    Active,
    Experimental,
    Deprecated,
}
