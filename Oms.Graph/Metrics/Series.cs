namespace Oms.Graph.Metrics;

/// <summary>One line of measurements: an instrument under one set of labels. Safe for many writers.</summary>
internal sealed class Series
{
    /// <summary>Upper bounds of histogram buckets, in seconds for durations: 1 ms to 10 s.</summary>
    internal static readonly double[] Bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly long[] buckets = new long[Bounds.Length + 1];
    private readonly Lock gate = new();
    private double sum;
    private long count;

    /// <summary>The value of a counter or gauge.</summary>
    internal double Value
    {
        get
        {
            lock (gate)
                return sum;
        }
    }

    /// <summary>Adds to a counter.</summary>
    internal void Add(double value)
    {
        lock (gate)
            sum += value;
    }

    /// <summary>Sets a gauge.</summary>
    internal void Set(double value)
    {
        lock (gate)
            sum = value;
    }

    /// <summary>Takes a value into a histogram.</summary>
    internal void Record(double value)
    {
        var index = Array.FindIndex(Bounds, bound => value <= bound);
        lock (gate)
        {
            buckets[index < 0 ? Bounds.Length : index]++;
            sum += value;
            count++;
        }
    }

    /// <summary>The histogram as it stands: cumulative counts per bound and for all, and the sum.</summary>
    internal (long[] Cumulative, long Count, double Sum) Read()
    {
        lock (gate)
        {
            var cumulative = new long[Bounds.Length];
            long running = 0;
            for (var i = 0; i < Bounds.Length; i++)
                cumulative[i] = running += buckets[i];
            return (cumulative, count, sum);
        }
    }
}
