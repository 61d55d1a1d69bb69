namespace Oms.Benchmarks.Workload;

/// <summary>A kind of load.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Body">The request's name.</param>
/// <param name="Documents">How many documents take turns: 1 for the same request again and again, 0 for every one new.</param>
internal sealed record WorkloadLoad(string Name, string Body, int Documents)
{
    /// <summary>All of the common workload.</summary>
    public static IReadOnlyList<WorkloadLoad> All { get; } =
    [
        new("Q1", "q1", 1), new("Q2", "q2", 1), new("Q3", "q3", 1), new("Q4", "q4", 1), new("Q5", "q5", 1), new("Q6", "q6", 500), new("Q6u", "q6", 0),
    ];
}
