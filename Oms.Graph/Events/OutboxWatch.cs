using System.Runtime.CompilerServices;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Storage;
using Oms.Messaging.Outbox;

namespace Oms.Graph.Events;

/// <summary>Reads how far the targets are, for operators who watch.</summary>
internal sealed class OutboxWatch(IStore store, EventTargets targets, TimeProvider time)
{
    private const int MaxTargets = Webhook.MaxWebhooks + 2;
    private const int MaxCounted = 10_000;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>How it stands now, and again whenever something of it has changed; at most once a second.</summary>
    internal async IAsyncEnumerable<object> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? last = null;
        while (true)
        {
            var stats = await StatsAsync(cancellationToken);
            var told = stats.Targets.Select(t => $"{t.Name} {t.Position} {t.Failures} {t.Holder}");
            var fingerprint = $"{stats.LastSequence} {stats.WaitingLetters} {stats.PoisonLetters} {string.Join(' ', told)}";
            if (fingerprint != last)
                yield return stats;
            last = fingerprint;
            await Task.Delay(Interval, time, cancellationToken);
        }
    }

    /// <summary>How far each target is, in the order of names; without webhooks that are gone.</summary>
    internal async Task<IReadOnlyList<EventTargetNode>> TargetsAsync(CancellationToken cancellationToken)
    {
        var last = await store.GetLastSequenceAsync(cancellationToken);
        var gone = (await targets.KeptWebhooksAsync(cancellationToken)).Where(w => w.Webhook.IsDeleted).Select(w => w.Webhook.Target).ToHashSet(StringComparer.Ordinal);
        var relays = await store.GetDocumentsAsync(RelayState.DocumentKind, null, MaxTargets + gone.Count, cancellationToken);
        return [.. relays.Select(r => CanonicalJson.Read<RelayState>(r.Content.Span)).Where(s => !gone.Contains(s.Target)).Select(s => new EventTargetNode(s, last))];
    }

    private async Task<OutboxStats> StatsAsync(CancellationToken cancellationToken)
    {
        var places = await TargetsAsync(cancellationToken);
        var waiting = await DeadLetters.ReadAsync(store, null, DeadLetterStatus.Waiting, MaxCounted, cancellationToken);
        return new(await store.GetLastSequenceAsync(cancellationToken), waiting.Length, waiting.Count(l => l.Letter.IsPoison), places);
    }
}
