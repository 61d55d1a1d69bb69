using System.Runtime.CompilerServices;
using Oms.Domain.Events;
using Oms.Domain.Storage;
using Oms.Messaging.Outbox;

namespace Oms.Graph.Events;

/// <summary>Reads how far the targets are, for operators who watch.</summary>
internal sealed class OutboxWatch(IStore store, TimeProvider time)
{
    private const int MaxCounted = 10_000;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>How it stands now, and again whenever something of it has changed; at most once a second.</summary>
    internal async IAsyncEnumerable<object> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? last = null;
        while (true)
        {
            var stats = await StatsAsync(cancellationToken);
            var targets = stats.Targets.Select(t => $"{t.Name} {t.Position} {t.Failures} {t.Holder}");
            var fingerprint = $"{stats.LastSequence} {stats.WaitingLetters} {stats.PoisonLetters} {string.Join(' ', targets)}";
            if (fingerprint != last)
                yield return stats;
            last = fingerprint;
            await Task.Delay(Interval, time, cancellationToken);
        }
    }

    private async Task<OutboxStats> StatsAsync(CancellationToken cancellationToken)
    {
        var targets = await OutboxQueries.GetOutboxAsync(store, cancellationToken);
        var waiting = await DeadLetters.ReadAsync(store, null, DeadLetterStatus.Waiting, MaxCounted, cancellationToken);
        return new(await store.GetLastSequenceAsync(cancellationToken), waiting.Length, waiting.Count(l => l.Letter.IsPoison), targets);
    }
}
