namespace Oms.Benchmarks;

/// <summary>One release after another.</summary>
/// <param name="To">The file of the later one.</param>
/// <param name="Elements">How many elements there are then.</param>
/// <param name="FullBytes">Bytes of everything.</param>
/// <param name="DeltaBytes">Bytes of what differs.</param>
internal sealed record DeltaStep(string To, int Elements, int FullBytes, int DeltaBytes)
{
    /// <summary>What the delta is of the whole, in percent.</summary>
    public double Percent => 100.0 * DeltaBytes / FullBytes;
}
