using System.Collections.Immutable;
using System.Globalization;
using Oms.Domain.Events;
using Oms.Messaging.CloudEvents;
using Oms.Messaging.JetStream;
using Oms.Messaging.Nats;

namespace Oms.Messaging.Outbox;

/// <summary>
/// Events to a JetStream stream, in CloudEvents' binary mode (NATS protocol binding). Each names the number that the stream's last message must have, so
/// that a batch under way keeps its order whatever is refused in the middle, and two relays can not both write; the stream's last message says
/// how far it has come. A stream that lost its end (nats-server 2.9 acknowledges before it syncs) is found out and told again.
/// </summary>
public sealed class NatsTarget : IEventTarget
{
    private const string EventPrefix = "ce-";
    private const string RepeatHeader = "Oms-Repeat";
    private const int MaxRepeats = 1000;

    private readonly NatsConnection connection;
    private readonly JetStreamContext streams;
    private readonly NatsTargetOptions options;
    private long lastInStream;
    private long lastEvent;

    /// <summary>Tells a stream.</summary>
    public NatsTarget(NatsConnection connection, NatsTargetOptions options, string name = "nats") =>
        (this.connection, streams, this.options, Name) = (connection, new JetStreamContext(connection), options, name);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public RetryPolicy Retries => RetryPolicy.Broker with { Attempts = RetryPolicy.DeadLetter.Attempts };

    /// <inheritdoc/>
    public async ValueTask<long> FindPositionAsync(RelayState recorded, CancellationToken cancellationToken)
    {
        try
        {
            var stream = await streams.GetStreamAsync(options.Stream, cancellationToken).ConfigureAwait(false)
                ?? await streams.CreateOrUpdateStreamAsync(options.Configuration, cancellationToken).ConfigureAwait(false);
            lastInStream = stream.State.LastSequence;
            var mark = NatsMark.Read(recorded.Mark);
            if (stream.State.Messages > 0)
                return await PlaceAsync(stream.State, mark, recorded.Position, cancellationToken).ConfigureAwait(false);

            // Empty: either it kept everything until it grew old, or it was made anew.
            lastEvent = mark.Event;
            return stream.State.LastSequence >= Math.Max(mark.Message, 1) ? recorded.Position : 0;
        }
        catch (Exception e) when (e is NatsException or TimeoutException)
        {
            throw new DeliveryException(e.Message, e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Delivery> DeliverAsync(ImmutableArray<EventRecord> events, CancellationToken cancellationToken)
    {
        var acknowledgements = new Task<PublishAck>[events.Length];
        for (var i = 0; i < events.Length; i++)
            acknowledgements[i] = PublishAsync(events[i], lastInStream + i, isRepeat: false, cancellationToken);
        var delivered = 0;
        DeliveryFailure? failure = null;
        foreach (var acknowledgement in acknowledgements)
        {
            // All are awaited, so that none is left behind under way.
            var outcome = await OutcomeAsync(acknowledgement, cancellationToken).ConfigureAwait(false);
            failure ??= outcome;
            if (failure is null)
                delivered++;
        }

        if (delivered > 0)
            (lastInStream, lastEvent) = (acknowledgements[delivered - 1].Result.Sequence, events[delivered - 1].Sequence);
        return new(delivered, failure, new NatsMark(lastInStream, lastEvent).ToString());
    }

    /// <inheritdoc/>
    public async ValueTask<Delivery> RepeatAsync(EventRecord repeated, CancellationToken cancellationToken)
    {
        var publishing = PublishAsync(repeated, lastInStream, isRepeat: true, cancellationToken);
        if (await OutcomeAsync(publishing, cancellationToken).ConfigureAwait(false) is { } failure)
            return new(0, failure);
        lastInStream = publishing.Result.Sequence;
        return new(1, null, new NatsMark(lastInStream, lastEvent).ToString());
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    /// <summary>Where an event goes: <c>{prefix}.{group}.{verb}.{branch}</c>, with <c>_</c> for no branch.</summary>
    public static string SubjectOf(string prefix, EventRecord record)
    {
        var type = record.Type.StartsWith(EventTypes.Prefix, StringComparison.Ordinal) ? record.Type[EventTypes.Prefix.Length..] : record.Type;
        return $"{prefix}.{type}.{(record.Branch is { } branch ? NatsSubject.Token(branch) : "_")}";
    }

    private async Task<PublishAck> PublishAsync(EventRecord record, long expectedLast, bool isRepeat, CancellationToken cancellationToken)
    {
        var headers = new List<KeyValuePair<string, string>>(16)
        {
            new(MessageHeaders.MessageId, isRepeat ? record.Id + "/repeat" : record.Id),
            new(MessageHeaders.ExpectedLastSequence, expectedLast.ToString(CultureInfo.InvariantCulture)),
        };
        if (isRepeat)
            headers.Add(new(RepeatHeader, "1"));
        foreach (var (name, value) in CloudEventAttributes.Of(record))
            headers.Add(new(EventPrefix + name, HeaderText.Encode(value)));
        return await streams.PublishAsync(SubjectOf(options.SubjectPrefix, record), CloudEventFormat.WriteData(record), new NatsHeaders(headers), cancellationToken).ConfigureAwait(false);
    }

    // Between the last event that the stream has and the kept place lie at most events that the routes give to others.
    private async Task<long> PlaceAsync(StreamState held, NatsMark mark, long kept, CancellationToken cancellationToken)
    {
        if (await LastEventAsync(held, cancellationToken).ConfigureAwait(false) is not { } found)
            return kept;
        lastEvent = found;
        return mark.Event > 0 && found >= mark.Event ? Math.Max(found, kept) : found;
    }

    // The newest event that was told in its order; what was repeated after it is passed over.
    private async Task<long?> LastEventAsync(StreamState held, CancellationToken cancellationToken)
    {
        for (var sequence = held.LastSequence; sequence >= Math.Max(held.FirstSequence, held.LastSequence - MaxRepeats); sequence--)
        {
            var message = await streams.GetMessageAsync(options.Stream, sequence, cancellationToken).ConfigureAwait(false);
            if (message?.Headers is { } headers && headers[RepeatHeader] is null
                && long.TryParse(headers[EventPrefix + CloudEventAttributes.Sequence], NumberStyles.None, CultureInfo.InvariantCulture, out var last))
                return last;
        }

        return null;
    }

    private static async Task<DeliveryFailure?> OutcomeAsync(Task<PublishAck> publishing, CancellationToken cancellationToken)
    {
        try
        {
            await publishing.ConfigureAwait(false);
            return null;
        }
        catch (JetStreamException e) when (e.ErrorCode == JetStreamException.WrongLastSequence)
        {
            return new(DeliveryFailureReason.Displaced, $"the stream has moved: {e.Message}");
        }
        catch (ArgumentException e)
        {
            return new(DeliveryFailureReason.Rejected, e.Message);
        }
        catch (JetStreamException e) when (e.Code == 400)
        {
            return new(DeliveryFailureReason.Rejected, e.Message);
        }
        catch (Exception e) when (e is NatsException or TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            return new(DeliveryFailureReason.Displaced, e.Message);
        }
    }
}
