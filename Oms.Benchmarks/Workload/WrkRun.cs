namespace Oms.Benchmarks.Workload;

/// <summary>What one run of the load generator did.</summary>
/// <param name="Requests">How many requests were answered.</param>
/// <param name="Seconds">In which time.</param>
/// <param name="Percentile99">The time within which 99 of 100 were answered, in seconds.</param>
internal sealed record WrkRun(double Requests, double Seconds, double Percentile99);
