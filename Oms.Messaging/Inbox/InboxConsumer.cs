using System.Text.Json;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Storage;
using Oms.Messaging.JetStream;
using Oms.Messaging.Nats;
using Oms.Messaging.Outbox;

namespace Oms.Messaging.Inbox;

/// <summary>
/// Takes the events of a stream in, in their order, and acknowledges each after its effect is durable. An event whose handling fails is given
/// back and tried again; one that is none, or has failed too often, becomes a dead letter, with its content, before it is ended.
/// </summary>
/// <param name="store">Where dead letters are kept.</param>
/// <param name="connection">The broker.</param>
/// <param name="options">The stream, and the bounds.</param>
/// <param name="handler">Takes one event.</param>
/// <param name="time">The clock of waits and letters.</param>
/// <param name="report">Hears of failures, in words for operators.</param>
public sealed class InboxConsumer(
    IStore store, NatsConnection connection, InboxOptions options, InboxHandler handler, TimeProvider time, Action<string> report)
{
    private const int MaxProbes = 1000;
    private static readonly TimeSpan ReplayInterval = TimeSpan.FromSeconds(2);

    private readonly KeyValuePair<string, object?> tag = new("inbox", options.Name);
    private (DateTimeOffset Time, long Sequence, int Count, DateTimeOffset Since) failing;

    /// <summary>Consumes until cancelled, however often the broker goes away.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(ConsumeAsync(cancellationToken), RepeatAsync(cancellationToken));

    private async Task ConsumeAsync(CancellationToken cancellationToken)
    {
        for (var failures = 0; !cancellationToken.IsCancellationRequested;)
        {
            try
            {
                var consumer = await OpenAsync(cancellationToken).ConfigureAwait(false);
                failures = 0;
                await foreach (var message in consumer.ConsumeAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
                    await TakeAsync(message, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is NatsException or TimeoutException)
            {
                // Nothing that was not acknowledged is lost: the broker gives it again.
                report($"{options.Name}: {e.Message}");
                await Task.Delay(RetryPolicy.Broker.WaitAfter(++failures, Random.Shared.NextDouble()), time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<JetStreamConsumer> OpenAsync(CancellationToken cancellationToken)
    {
        var streams = new JetStreamContext(connection);
        if (await streams.GetStreamAsync(options.Stream, cancellationToken).ConfigureAwait(false) is null)
            await streams.CreateOrUpdateStreamAsync(options.StreamConfiguration, cancellationToken).ConfigureAwait(false);
        return await streams.CreateConsumerAsync(options.Stream, options.ConsumerConfiguration, cancellationToken).ConfigureAwait(false);
    }

    private async Task TakeAsync(JetStreamMessage message, CancellationToken cancellationToken)
    {
        InboxMetrics.Pending.Record(message.Delivery.Pending, tag);
        var content = IncomingEvent.Structured(message.Headers, message.Data);
        try
        {
            if (await handler(content, cancellationToken).ConfigureAwait(false) is { } refusal)
            {
                await GiveUpAsync(message, content, refusal.Message, 1, cancellationToken).ConfigureAwait(false);
                return;
            }
        }
#pragma warning disable CA1031 // Whatever a handler throws, its event is not lost: it is tried again, and then kept as a dead letter with the reason.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            await FailAsync(message, content, e, cancellationToken).ConfigureAwait(false);
            return;
        }

        InboxMetrics.Taken.Add(1, tag);
        await message.AckAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task FailAsync(JetStreamMessage message, ReadOnlyMemory<byte> content, Exception error, CancellationToken cancellationToken)
    {
        InboxMetrics.Failures.Add(1, tag);
        var (at, sequence) = (message.Delivery.Time, message.Delivery.StreamSequence);
        failing = failing.Time == at && failing.Sequence == sequence ? failing with { Count = failing.Count + 1 } : (at, sequence, 1, time.GetUtcNow());
        report($"{options.Name}: event {sequence} failed the {failing.Count}. time: {error.Message}");
        if (failing.Count < options.Retries.Attempts)
            await message.NakAsync(options.Retries.WaitAfter(failing.Count, Random.Shared.NextDouble()), cancellationToken).ConfigureAwait(false);
        else
            await GiveUpAsync(message, content, error.Message, failing.Count, cancellationToken).ConfigureAwait(false);
    }

    // The letter first: an event is never ended before what it was is kept.
    private async Task GiveUpAsync(JetStreamMessage message, ReadOnlyMemory<byte> content, string error, int attempts, CancellationToken cancellationToken)
    {
        try
        {
            await KeepAsync(message, content, error, attempts, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            report($"{options.Name}: the dead letter of event {message.Delivery.StreamSequence} could not be kept: {e.Message}");
            await message.NakAsync(options.Retries.Max, cancellationToken).ConfigureAwait(false);
            return;
        }

        InboxMetrics.DeadLetters.Add(1, tag);
        report($"{options.Name}: event {message.Delivery.StreamSequence} is a dead letter: {error}");
        await message.TermAsync(cancellationToken).ConfigureAwait(false);
    }

    // Under its number in the stream; a stream that was made anew numbers from one again, so a number that another event has is passed over.
    private async Task KeepAsync(JetStreamMessage message, ReadOnlyMemory<byte> content, string error, int attempts, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (id, type) = Name(content);
        var letter = new DeadLetter
        {
            Target = options.Name, Sequence = message.Delivery.StreamSequence, EventId = id, EventType = type, Error = error, Attempts = attempts, SameErrors = 1,
            FirstFailure = attempts > 1 ? failing.Since : now, LastFailure = now, Received = message.Delivery.Time, Content = content,
        };
        for (var probe = 0; probe < MaxProbes; probe++, letter = letter with { Sequence = letter.Sequence + 1 })
        {
            var kept = await store.GetDocumentAsync(DeadLetter.DocumentKind, letter.Key, cancellationToken).ConfigureAwait(false);
            if (kept is not null && CanonicalJson.Read<DeadLetter>(kept.Content.Span) is var known)
            {
                if (known.Received == letter.Received)
                    return;
                continue;
            }

            var write = new DocumentWrite(DeadLetter.DocumentKind, letter.Key, 0, CanonicalJson.Write(letter));
            if (await store.CommitAsync(new Change { Documents = [write], Events = [DeadLetterWriting.AlertOf(letter, letter.Key)] }, CancellationToken.None).ConfigureAwait(false) is CommitOutcome.Committed)
                return;
        }

        throw new StoreException("WRITE_CONTENDED", $"no number was free for a dead letter of {options.Name}");
    }

    // What the event calls itself, as far as it can be read.
    private static (string Id, string Type) Name(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            return (Text(document.RootElement, "id"), Text(document.RootElement, "type"));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, or text that is no Unicode.
            return (string.Empty, string.Empty);
        }
    }

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetRawText().Length <= 200
            ? value.GetString()!
            : string.Empty;

    private async Task RepeatAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(ReplayInterval, time, cancellationToken).ConfigureAwait(false);
            try
            {
                foreach (var (letter, version) in await DeadLetters.ReadAsync(store, options.Name, DeadLetterStatus.Replaying, 100, cancellationToken).ConfigureAwait(false))
                    await RepeatAsync(letter, version, cancellationToken).ConfigureAwait(false);
            }
            catch (StoreException e)
            {
                report($"{options.Name}: dead letters could not be read: {e.Message}");
            }
        }
    }

    private async Task RepeatAsync(DeadLetter letter, long version, CancellationToken cancellationToken)
    {
        string? error;
        try
        {
            error = (await handler(letter.Content, cancellationToken).ConfigureAwait(false))?.Message;
        }
#pragma warning disable CA1031 // As above: the reason is kept, and a person decides again.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            error = e.Message;
        }

        var after = error is null
            ? letter with { Status = DeadLetterStatus.Delivered }
            : DeadLetterWriting.Refused(letter, error, time.GetUtcNow()) with { Status = DeadLetterStatus.Waiting };

        // Another server may have been faster; the event is taken once all the same.
        await store.CommitAsync(
            new Change { Documents = [new DocumentWrite(DeadLetter.DocumentKind, letter.Key, version, CanonicalJson.Write(after))] }, CancellationToken.None).ConfigureAwait(false);
    }
}
