namespace Oms.Messaging.Tests.Outbox;

/// <summary>A clock on which some time passes between any two readings, as it does to a thread that has to wait for its turn.</summary>
/// <param name="step">How much.</param>
internal sealed class HastyClock(TimeSpan step) : TimeProvider
{
    private readonly DateTimeOffset start = DateTimeOffset.UtcNow;
    private int readings;

    public override DateTimeOffset GetUtcNow() => start + (step * Interlocked.Increment(ref readings));
}
