using System.Diagnostics.Metrics;

namespace Oms.Graph.Proposals;

/// <summary>What the merge radar of this process did.</summary>
internal static class RadarMetrics
{
    private static readonly Meter Meter = new("Oms.Graph");

    internal static readonly Counter<long> Merges = Meter.CreateCounter<long>("oms.merge_radar.merges", description: "Merges that the radar has tried.");
}
