namespace Oms.Graph.Tests;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class StoppedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
