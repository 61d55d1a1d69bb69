namespace Oms.Benchmarks;

/// <summary>One measured number.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The number: the median where there are several runs.</param>
/// <param name="Unit">Its unit; <c>x</c> for a ratio of two measured in the same run.</param>
/// <param name="Runs">The single runs behind the median; empty for a number that was read once.</param>
internal sealed record Figure(string Name, double Value, string Unit, IReadOnlyList<double> Runs)
{
    /// <summary>The median of several runs.</summary>
    public static Figure Median(string name, string unit, IReadOnlyList<double> runs) => new(name, MedianOf(runs), unit, runs);

    /// <summary>A number that was read once.</summary>
    public static Figure Once(string name, string unit, double value) => new(name, value, unit, []);

    /// <summary>The middle value, or the mean of the two middle ones.</summary>
    public static double MedianOf(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The value below which this share of the sorted values lies.</summary>
    public static double Percentile(IReadOnlyList<double> values, double share) =>
        values.Order().ElementAt(Math.Min(values.Count - 1, (int)(values.Count * share)));
}
