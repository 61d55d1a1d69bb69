using System.Collections.Immutable;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Storage;

namespace Oms.Messaging.Outbox;

/// <summary>
/// Tells one target every event of the log, in the order of the log, at least once: read, deliver, wait for the acknowledgement, and only then
/// move the target's place forward in the store. The log is kept, so a target that comes back empty or older is told again. One relay at a
/// time speaks to a target, by a lease in the store.
/// </summary>
/// <param name="store">The log, and where the place is kept.</param>
/// <param name="target">The target.</param>
/// <param name="options">The bounds.</param>
/// <param name="time">The clock of leases and waits.</param>
/// <param name="news">Completes when there may be news in the log; asked anew before each look.</param>
/// <param name="report">Hears of failures, in words for operators.</param>
public sealed class OutboxRelay(
    IStore store, IEventTarget target, RelayOptions options, TimeProvider time, Func<Task> news, Action<string> report)
{
    private RelayState state = new() { Target = target.Name };
    private long version;
    private bool isPlaceKnown;
    private DateTimeOffset checkedAt;
    private DateTimeOffset lettersReadAt;

    /// <summary>Relays until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
                await RunOnceAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await ReleaseAsync().ConfigureAwait(false);
        }
    }

    private async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var next = news();
        try
        {
            if (!await HoldAsync(cancellationToken).ConfigureAwait(false))
            {
                await Task.Delay(options.LeaseTime / 3, time, cancellationToken).ConfigureAwait(false);
                return;
            }

            if (!isPlaceKnown || time.GetUtcNow() - checkedAt > options.CheckInterval)
                await FindPlaceAsync(cancellationToken).ConfigureAwait(false);
            if (time.GetUtcNow() - lettersReadAt > options.CheckInterval)
                await RepeatDeadLettersAsync(cancellationToken).ConfigureAwait(false);
            var events = await store.GetEventsAfterAsync(state.Position, options.BatchSize, cancellationToken).ConfigureAwait(false);
            if (events.IsEmpty)
                await WaitForNewsAsync(next, cancellationToken).ConfigureAwait(false);
            else
                await DeliverAsync(events, cancellationToken).ConfigureAwait(false);
        }
        catch (DeliveryException e)
        {
            await FailAsync(new DeliveryFailure(DeliveryFailureReason.Displaced, e.Message), cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            // Nothing can be known without the store; it is asked again.
            report($"the outbox of {target.Name} can not use the store: {e.Message}");
            version = 0;
            await Task.Delay(options.PollInterval, time, cancellationToken).ConfigureAwait(false);
        }
    }

    // True while this relay may speak. The first look and every lost race read what the store has.
    private async Task<bool> HoldAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (version == 0)
        {
            isPlaceKnown = false;
            var kept = await store.GetDocumentAsync(RelayState.DocumentKind, target.Name, cancellationToken).ConfigureAwait(false);
            (state, version) = kept is null ? (new RelayState { Target = target.Name }, 0) : (CanonicalJson.Read<RelayState>(kept.Content.Span), kept.Version);
        }

        var isMine = state.Holder == options.Holder;
        if (!isMine && !options.IsAlone && state.Holder is not null && state.LeaseEnds > now)
        {
            version = 0;
            return false;
        }

        return (isMine && (options.IsAlone || state.LeaseEnds - now > options.LeaseTime / 2)) || await SaveAsync(state, null, cancellationToken).ConfigureAwait(false);
    }

    private async Task FindPlaceAsync(CancellationToken cancellationToken)
    {
        var last = await store.GetLastSequenceAsync(cancellationToken).ConfigureAwait(false);
        var found = await target.FindPositionAsync(state, cancellationToken).ConfigureAwait(false);
        (isPlaceKnown, checkedAt) = (true, time.GetUtcNow());
        if (found > last)
        {
            // The store was restored from an older copy than the target has seen: what is new since then has the old numbers, and other ids.
            report($"{target.Name} has seen event {found}, and the log ends at {last}: the log was restored from an older copy; events after {state.Position} are told under their new ids");
            found = Math.Min(state.Position, last);
        }

        if (found == state.Position)
            return;
        if (found < state.Position)
        {
            RelayMetrics.Refills.Add(1, new KeyValuePair<string, object?>("target", target.Name));
            report($"{target.Name} has lost events {found + 1} to {state.Position}, which it had acknowledged; they are told again");
        }

        await SaveAsync(state with { Position = found, Refills = state.Refills + (found < state.Position ? 1 : 0) }, null, cancellationToken).ConfigureAwait(false);
    }

    private async Task WaitForNewsAsync(Task next, CancellationToken cancellationToken)
    {
        RelayMetrics.Lag.Record(0, new KeyValuePair<string, object?>("target", target.Name));
        await Task.WhenAny(next, Task.Delay(options.PollInterval, time, cancellationToken)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task DeliverAsync(ImmutableArray<EventRecord> events, CancellationToken cancellationToken)
    {
        var delivery = await target.DeliverAsync(events, cancellationToken).ConfigureAwait(false);
        checkedAt = time.GetUtcNow();
        if (delivery.Delivered > 0)
        {
            RelayMetrics.Delivered.Add(delivery.Delivered, new KeyValuePair<string, object?>("target", target.Name));
            var after = state with
            {
                Position = events[delivery.Delivered - 1].Sequence, Mark = delivery.Mark ?? state.Mark, Delivered = state.Delivered + delivery.Delivered,
                Failures = 0, LastError = null, LastAttempt = time.GetUtcNow(),
            };
            if (!await SaveAsync(after, null, cancellationToken).ConfigureAwait(false))
                return;
        }

        if (delivery.Failure is { Reason: DeliveryFailureReason.Rejected } failure && state.Failures + 1 >= target.Retries.Attempts)
            await GiveUpAsync(events[delivery.Delivered], failure, cancellationToken).ConfigureAwait(false);
        else if (delivery.Failure is not null)
            await FailAsync(delivery.Failure, cancellationToken).ConfigureAwait(false);
    }

    private async Task FailAsync(DeliveryFailure failure, CancellationToken cancellationToken)
    {
        RelayMetrics.Failures.Add(1, new KeyValuePair<string, object?>("target", target.Name));
        isPlaceKnown &= failure.Reason != DeliveryFailureReason.Displaced;
        report($"{target.Name}: {failure.Message}");
        var last = await store.GetLastSequenceAsync(cancellationToken).ConfigureAwait(false);
        RelayMetrics.Lag.Record(last - state.Position, new KeyValuePair<string, object?>("target", target.Name));
        var after = state with { Failures = state.Failures + 1, LastError = failure.Message, LastAttempt = time.GetUtcNow() };
        await SaveAsync(after, null, cancellationToken).ConfigureAwait(false);
        var wait = failure.RetryAfter ?? target.Retries.WaitAfter(after.Failures, Random.Shared.NextDouble());
        for (var until = time.GetUtcNow() + wait; time.GetUtcNow() < until;)
        {
            // A long wait must not cost the lease.
            var rest = until - time.GetUtcNow();
            await Task.Delay(rest < options.LeaseTime / 3 ? rest : options.LeaseTime / 3, time, cancellationToken).ConfigureAwait(false);
            if (!await HoldAsync(cancellationToken).ConfigureAwait(false))
                return;
        }
    }

    private async Task GiveUpAsync(EventRecord refused, DeliveryFailure failure, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var letter = new DeadLetter
        {
            Target = target.Name, Sequence = refused.Sequence, EventId = refused.Id, EventType = refused.Type, Branch = refused.Branch,
            Error = failure.Message, Attempts = state.Failures + 1, FirstFailure = state.LastAttempt ?? now, LastFailure = now,
        };
        var after = state with { Position = refused.Sequence, Failures = 0, LastError = failure.Message, LastAttempt = now };
        RelayMetrics.DeadLetters.Add(1, new KeyValuePair<string, object?>("target", target.Name));
        report($"{target.Name} refused event {refused.Sequence} ({refused.Type}) {letter.Attempts} times, and it is a dead letter now: {failure.Message}");
        await SaveAsync(after, await PutAsync(letter, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    private async Task<DocumentWrite> PutAsync(DeadLetter letter, CancellationToken cancellationToken)
    {
        var known = await store.GetDocumentAsync(DeadLetter.DocumentKind, letter.Key, cancellationToken).ConfigureAwait(false);
        return new(DeadLetter.DocumentKind, letter.Key, known?.Version ?? 0, CanonicalJson.Write(letter));
    }

    private async Task RepeatDeadLettersAsync(CancellationToken cancellationToken)
    {
        foreach (var (letter, at) in await DeadLetters.ReadAsync(store, target.Name, DeadLetterStatus.Replaying, options.BatchSize, cancellationToken).ConfigureAwait(false))
        {
            var events = await store.GetEventsAfterAsync(letter.Sequence - 1, 1, cancellationToken).ConfigureAwait(false);
            var delivery = await target.RepeatAsync(events[0], cancellationToken).ConfigureAwait(false);
            var after = delivery.Failure is { } failure
                ? letter with { Status = DeadLetterStatus.Waiting, Error = failure.Message, Attempts = letter.Attempts + 1, LastFailure = time.GetUtcNow() }
                : letter with { Status = DeadLetterStatus.Delivered };
            var write = new DocumentWrite(DeadLetter.DocumentKind, letter.Key, at, CanonicalJson.Write(after));
            await SaveAsync(state with { Mark = delivery.Mark ?? state.Mark }, write, cancellationToken).ConfigureAwait(false);
        }

        // Only a look that came to its end counts: one that failed is taken again.
        lettersReadAt = time.GetUtcNow();
    }

    // False when another process has written meanwhile: then nothing of what this one thinks it knows holds.
    private async Task<bool> SaveAsync(RelayState after, DocumentWrite? also, CancellationToken cancellationToken)
    {
        after = after with { Holder = options.Holder, LeaseEnds = time.GetUtcNow() + options.LeaseTime };
        var write = new DocumentWrite(RelayState.DocumentKind, target.Name, version, CanonicalJson.Write(after));
        var outcome = await store.CommitAsync(new Change { Documents = also is null ? [write] : [write, also] }, cancellationToken).ConfigureAwait(false);
        if (outcome is not CommitOutcome.Committed)
        {
            version = 0;
            return false;
        }

        (state, version) = (after, version + 1);
        return true;
    }

    private async Task ReleaseAsync()
    {
        if (version == 0 || state.Holder != options.Holder)
            return;
        var write = new DocumentWrite(RelayState.DocumentKind, target.Name, version, CanonicalJson.Write(state with { Holder = null, LeaseEnds = null }));
        try
        {
            await store.CommitAsync(new Change { Documents = [write] }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is StoreException or ObjectDisposedException)
        {
            report($"the lease of {target.Name} was not given back and ends by itself: {e.Message}");
        }
    }
}
