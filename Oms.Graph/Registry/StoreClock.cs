using Oms.Domain.Storage;

namespace Oms.Graph.Registry;

/// <summary>
/// The time of the store, so that servers on one database agree when a lock ends whatever their own clocks say. The store is asked at the
/// start and every <see cref="Interval"/>; in between the time that passed is counted, which a jump of this machine's clock does not touch.
/// </summary>
/// <param name="store">Whose time it is.</param>
/// <param name="time">What counts the time that passed.</param>
internal sealed class StoreClock(IStore store, TimeProvider time) : TimeProvider
{
    /// <summary>How often the store is asked.</summary>
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private Reading? last;

    /// <summary>The store's time; before it was asked the first time, this machine's.</summary>
    public override DateTimeOffset GetUtcNow() =>
        Volatile.Read(ref last) is { } reading ? reading.Time + time.GetElapsedTime(reading.At) : time.GetUtcNow();

    /// <summary>Asks the store when the last answer is older than <see cref="Interval"/>, or there is none.</summary>
    internal async ValueTask RefreshAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref last) is { } reading && time.GetElapsedTime(reading.At) < Interval)
            return;
        var asked = time.GetTimestamp();
        var answer = await store.GetTimeAsync(cancellationToken);
        var answered = time.GetTimestamp();
        // The answer was read somewhere between; the middle is off by half the round trip at most.
        Volatile.Write(ref last, new Reading(answer + (time.GetElapsedTime(asked, answered) / 2), answered));
    }

    private sealed record Reading(DateTimeOffset Time, long At);
}
