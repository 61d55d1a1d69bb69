using System.Collections.Immutable;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Storage;

namespace Oms.Messaging.Outbox;

/// <summary>
/// Tells one target every event of the log that the routes give it, in the order of the log, at least once: read, deliver, wait for the acknowledgement, and only then
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
    private const int LooksAtAllLetters = 60;

    private RelayState state = new() { Target = target.Name };
    private long version;
    private bool isPlaceKnown;
    private DateTimeOffset checkedAt;
    private DateTimeOffset lettersReadAt;
    private DateTimeOffset lettersReadWholeAt;
    private string? settledLetters;
    private DateTimeOffset savedAt;
    private RouteHistory routes = RouteHistory.Empty;
    private bool areRoutesKnown;
    private string? gone;

    // Everything up to here is told, or is not this target's; ahead of the place that is kept while there is nothing to tell.
    private long seen;

    /// <summary>Relays until cancelled, or until the target wants to be told no more.</summary>
    /// <returns>Why it wants no more; null when cancelled.</returns>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (gone is null)
                await RunOnceAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The lease is given back either way.
        }

        await ReleaseAsync().ConfigureAwait(false);
        return gone;
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
            if (target is AbsentTarget absent)
            {
                await PassByAsync(absent, next, cancellationToken).ConfigureAwait(false);
                return;
            }

            var events = await store.GetEventsAfterAsync(seen, options.BatchSize, cancellationToken).ConfigureAwait(false);
            if (events.IsEmpty)
                await WaitForNewsAsync(next, cancellationToken).ConfigureAwait(false);
            else
                await TellAsync(events, cancellationToken).ConfigureAwait(false);
        }
        catch (DeliveryException e)
        {
            var failure = new DeliveryFailure(DeliveryFailureReason.Displaced, e.Message);
            await HandOnAsync(failure, cancellationToken).ConfigureAwait(false);
            await FailAsync(failure, cancellationToken).ConfigureAwait(false);
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
            (isPlaceKnown, areRoutesKnown) = (false, false);
            var kept = await store.GetDocumentAsync(RelayState.DocumentKind, target.Name, cancellationToken).ConfigureAwait(false);
            (state, version) = kept is null ? (new RelayState { Target = target.Name }, 0) : (CanonicalJson.Read<RelayState>(kept.Content.Span), kept.Version);
            seen = state.Position;
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

        seen = found;
        await SaveAsync(state with { Position = found, Refills = state.Refills + (found < state.Position ? 1 : 0) }, null, cancellationToken).ConfigureAwait(false);
    }

    private async Task WaitForNewsAsync(Task next, CancellationToken cancellationToken)
    {
        await KeepSeenAsync(cancellationToken).ConfigureAwait(false);
        RelayMetrics.Lag.Record(0, new KeyValuePair<string, object?>("target", target.Name));
        await PauseAsync(next, cancellationToken).ConfigureAwait(false);
    }

    private async Task PauseAsync(Task next, CancellationToken cancellationToken)
    {
        await Task.WhenAny(next, Task.Delay(options.PollInterval, time, cancellationToken)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    // What is not this target's costs no write each: its place is kept now and then.
    private async Task KeepSeenAsync(CancellationToken cancellationToken)
    {
        if (seen > state.Position && time.GetUtcNow() - savedAt > options.CheckInterval)
            await SaveAsync(state with { Position = seen }, null, cancellationToken).ConfigureAwait(false);
    }

    private async Task TellAsync(ImmutableArray<EventRecord> events, CancellationToken cancellationToken)
    {
        var (told, last) = await ChooseAsync(events, cancellationToken).ConfigureAwait(false);
        if (!told.IsEmpty)
        {
            await DeliverAsync(told, last, cancellationToken).ConfigureAwait(false);
            return;
        }

        seen = last;
        await KeepSeenAsync(cancellationToken).ConfigureAwait(false);
    }

    // The events that the routes give this target, and the last one that was looked at: after an event that changes the routes they are read anew.
    private async ValueTask<(ImmutableArray<EventRecord> Told, long Last)> ChooseAsync(ImmutableArray<EventRecord> events, CancellationToken cancellationToken)
    {
        await KnowRoutesAsync(cancellationToken).ConfigureAwait(false);
        var told = ImmutableArray.CreateBuilder<EventRecord>(events.Length);
        foreach (var record in events)
        {
            if (IsTold(record))
                told.Add(record);
            if (record.Type != EventTypes.RoutesChanged)
                continue;
            areRoutesKnown = false;
            return (told.DrainToImmutable(), record.Sequence);
        }

        return (told.DrainToImmutable(), events[^1].Sequence);
    }

    private bool IsTold(EventRecord record)
    {
        var share = routes.ShareOf(target.Name, record);
        var wasHandedOn = share.Next is not null && record.Sequence > state.HandedFrom && record.Sequence <= state.HandedTo;
        return share.IsTold && !wasHandedOn;
    }

    private async ValueTask KnowRoutesAsync(CancellationToken cancellationToken)
    {
        if (!areRoutesKnown)
            routes = await routes.RefreshAsync(store, cancellationToken).ConfigureAwait(false);
        areRoutesKnown = true;
    }

    private async Task DeliverAsync(ImmutableArray<EventRecord> told, long last, CancellationToken cancellationToken)
    {
        var delivery = await target.DeliverAsync(told, cancellationToken).ConfigureAwait(false);
        checkedAt = time.GetUtcNow();
        if (delivery.Delivered > 0 || !delivery.Documents.IsEmpty)
        {
            RelayMetrics.Delivered.Add(delivery.Delivered, new KeyValuePair<string, object?>("target", target.Name));
            var after = state with
            {
                Position = delivery.Delivered == told.Length ? last : told[delivery.Delivered].Sequence - 1,
                Mark = delivery.Mark ?? state.Mark, Delivered = state.Delivered + delivery.Delivered, LastAttempt = checkedAt,
            };
            if (!await SaveAsync(delivery.Delivered > 0 ? after with { Failures = 0, LastError = null } : after, new Change { Documents = delivery.Documents }, cancellationToken).ConfigureAwait(false))
                return;
            seen = after.Position;
        }

        if (delivery.Failure is { } failure)
            await HandleAsync(told[delivery.Delivered], failure, cancellationToken).ConfigureAwait(false);
    }

    private async Task HandleAsync(EventRecord untold, DeliveryFailure failure, CancellationToken cancellationToken)
    {
        switch (failure.Reason)
        {
            case DeliveryFailureReason.Gone:
                report($"{target.Name} wants to be told no more: {failure.Message}");
                gone = failure.Message;
                break;
            case DeliveryFailureReason.Rejected when state.Failures + 1 >= target.Retries.Attempts:
                await GiveUpAsync(untold, failure, cancellationToken).ConfigureAwait(false);
                break;
            case DeliveryFailureReason.Rejected:
                await FailAsync(failure, cancellationToken).ConfigureAwait(false);
                break;
            default:
                await HandOnAsync(failure, cancellationToken).ConfigureAwait(false);
                await FailAsync(failure, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private async Task PassByAsync(AbsentTarget absent, Task next, CancellationToken cancellationToken)
    {
        if (!await HandOnBatchAsync(absent.Failure, cancellationToken).ConfigureAwait(false))
            await PauseAsync(next, cancellationToken).ConfigureAwait(false);
    }

    // A target that is away keeps no event to itself whose route names another; those that wait for it are passed by and stay.
    private async Task HandOnAsync(DeliveryFailure failure, CancellationToken cancellationToken)
    {
        if (state.Failures + 1 < target.Retries.Attempts)
            return;
        while (await HandOnBatchAsync(failure, cancellationToken).ConfigureAwait(false))
        {
        }
    }

    // True while there may be more.
    private async Task<bool> HandOnBatchAsync(DeliveryFailure failure, CancellationToken cancellationToken)
    {
        // The routes are read anew: while nothing is told, no event says that they changed.
        (areRoutesKnown, var from) = (false, Math.Max(seen, state.HandedTo));
        await KnowRoutesAsync(cancellationToken).ConfigureAwait(false);
        if (version == 0 || !routes.HandsOn(target.Name) || await store.GetEventsAfterAsync(from, options.BatchSize, cancellationToken).ConfigureAwait(false) is not { IsEmpty: false } events)
            return false;
        var (told, last) = await ChooseAsync(events, cancellationToken).ConfigureAwait(false);
        var handed = new List<DocumentWrite>();
        long? waiting = null;
        foreach (var record in told)
            if (routes.ShareOf(target.Name, record).Next is { } next)
                handed.AddRange((await DeadLetterWriting.WriteAsync(store, LetterTo(next, record, failure), record, cancellationToken).ConfigureAwait(false)).Documents);
            else
                waiting ??= record.Sequence;

        // While something waits for it the target's place stays before that, and what is handed on behind it is written down apart.
        var place = from > seen ? seen : waiting - 1 ?? last;
        var after = state with { Position = place, HandedFrom = state.HandedTo > seen ? state.HandedFrom : seen, HandedTo = last };
        if (!await SaveAsync(after, new Change { Documents = [.. handed] }, cancellationToken).ConfigureAwait(false))
            return false;
        seen = place;
        return true;
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
        var until = time.GetUtcNow() + wait;
        // The clock is read once a round: between two readings the rest could become -1 ms, which is for ever.
        while (until - time.GetUtcNow() is var rest && rest > TimeSpan.Zero)
        {
            // A long wait must not cost the lease.
            await Task.Delay(rest < options.LeaseTime / 3 ? rest : options.LeaseTime / 3, time, cancellationToken).ConfigureAwait(false);
            if (!await HoldAsync(cancellationToken).ConfigureAwait(false))
                return;
        }
    }

    private async Task GiveUpAsync(EventRecord refused, DeliveryFailure failure, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var letter = routes.ShareOf(target.Name, refused).Next is { } next ? LetterTo(next, refused, failure) : new DeadLetter
        {
            Target = target.Name, Sequence = refused.Sequence, EventId = refused.Id, EventType = refused.Type, Branch = refused.Branch,
            Error = failure.Message, Attempts = state.Failures + 1, FirstFailure = state.LastAttempt ?? now, LastFailure = now,
            SameErrors = DeadLetterWriting.AreSame(state.LastError, failure.Message) ? state.Failures + 1 : 1,
        };
        if (letter.From is null)
            RelayMetrics.DeadLetters.Add(1, new KeyValuePair<string, object?>("target", target.Name));
        report($"{target.Name} refused event {refused.Sequence} ({refused.Type}) {state.Failures + 1} times, and {(letter.From is null ? "it is a dead letter now" : letter.Target + " is told instead")}: {failure.Message}");
        var after = state with { Position = refused.Sequence, Failures = 0, LastError = failure.Message, LastAttempt = now };
        if (await SaveAsync(after, await DeadLetterWriting.WriteAsync(store, letter, refused, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false))
            seen = refused.Sequence;
    }

    // What another target did not take is repeated at the next by the same path as what a person has repeated.
    private DeadLetter LetterTo(string next, EventRecord record, DeliveryFailure failure) => new()
    {
        Target = next, Sequence = record.Sequence, EventId = record.Id, EventType = record.Type, Branch = record.Branch, From = target.Name,
        Error = failure.Message, Attempts = 0, FirstFailure = time.GetUtcNow(), LastFailure = time.GetUtcNow(), Status = DeadLetterStatus.Replaying,
    };

    private async Task RepeatDeadLettersAsync(CancellationToken cancellationToken)
    {
        await KnowRoutesAsync(cancellationToken).ConfigureAwait(false);
        // What is settled is not read again, but for now and then: what another relay hands on late may have an earlier number.
        if (time.GetUtcNow() - lettersReadWholeAt > options.CheckInterval * LooksAtAllLetters)
            (settledLetters, lettersReadWholeAt) = (null, time.GetUtcNow());
        (var letters, settledLetters) = await DeadLetters.ReadReplayingAsync(store, target.Name, settledLetters, options.BatchSize, cancellationToken).ConfigureAwait(false);
        foreach (var letter in letters)
            if (letter.RetryAt is not { } due || due <= time.GetUtcNow())
                await RepeatAsync(letter, cancellationToken).ConfigureAwait(false);

        // Only a look that came to its end counts: one that failed is taken again, and so is one that did not see all.
        if (letters.Length < options.BatchSize || target is AbsentTarget)
            lettersReadAt = time.GetUtcNow();
    }

    private async Task RepeatAsync(DeadLetter letter, CancellationToken cancellationToken)
    {
        if (target is AbsentTarget { IsForever: false } && !await IsHandedOnAsync(letter, cancellationToken).ConfigureAwait(false))
            return;
        var events = await store.GetEventsAfterAsync(letter.Sequence - 1, 1, cancellationToken).ConfigureAwait(false);
        var delivery = await target.RepeatAsync(events[0], cancellationToken).ConfigureAwait(false);
        var settled = Settle(letter, events[0], delivery);
        var change = await DeadLetterWriting.WriteAsync(store, settled, events[0], cancellationToken).ConfigureAwait(false);
        if (settled.Status == DeadLetterStatus.HandedOn)
        {
            var handed = LetterTo(routes.NextAfter(target.Name, events[0])!, events[0], delivery.Failure!);
            change = change with { Documents = [.. change.Documents, .. (await DeadLetterWriting.WriteAsync(store, handed, events[0], cancellationToken).ConfigureAwait(false)).Documents] };
        }

        await SaveAsync(state with { Mark = delivery.Mark ?? state.Mark }, change with { Documents = [.. change.Documents, .. delivery.Documents] }, cancellationToken).ConfigureAwait(false);
        if (delivery.Failure is { Reason: DeliveryFailureReason.Gone })
            gone = delivery.Failure.Message;
    }

    // What no route hands on waits for a target that may come back.
    private async Task<bool> IsHandedOnAsync(DeadLetter letter, CancellationToken cancellationToken) =>
        letter is { From: not null, DecidedBy: null }
        && routes.NextAfter(target.Name, (await store.GetEventsAfterAsync(letter.Sequence - 1, 1, cancellationToken).ConfigureAwait(false))[0]) is not null;

    // What a person asked for is tried once; what was handed on is tried like anything else, then handed on again, and at the end a person is asked.
    private DeadLetter Settle(DeadLetter letter, EventRecord record, Delivery delivery)
    {
        if (delivery.Failure is not { } failure)
            return letter with { Status = DeadLetterStatus.Delivered };
        var refused = DeadLetterWriting.Refused(letter, failure.Message, time.GetUtcNow());
        if (letter.From is null || letter.DecidedBy is not null)
            return refused with { Status = DeadLetterStatus.Waiting };
        if (target is not AbsentTarget && refused.Attempts < target.Retries.Attempts)
            return refused with { RetryAt = time.GetUtcNow() + target.Retries.WaitAfter(refused.Attempts, Random.Shared.NextDouble()) };
        return refused with { Status = routes.NextAfter(target.Name, record) is null ? DeadLetterStatus.Waiting : DeadLetterStatus.HandedOn };
    }

    // False when another process has written meanwhile: then nothing of what this one thinks it knows holds.
    private async Task<bool> SaveAsync(RelayState after, Change? also, CancellationToken cancellationToken)
    {
        after = after with { Holder = options.Holder, LeaseEnds = time.GetUtcNow() + options.LeaseTime };
        var write = new DocumentWrite(RelayState.DocumentKind, target.Name, version, CanonicalJson.Write(after));
        var outcome = await store.CommitAsync(also is null ? new Change { Documents = [write] } : also with { Documents = [write, .. also.Documents] }, cancellationToken).ConfigureAwait(false);
        if (outcome is not CommitOutcome.Committed)
        {
            version = 0;
            return false;
        }

        (state, version, savedAt) = (after, version + 1, time.GetUtcNow());
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
