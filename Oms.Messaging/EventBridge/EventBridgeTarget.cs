using System.Collections.Immutable;
using System.Text.Json;
using Oms.Domain.Events;
using Oms.Messaging.Outbox;

namespace Oms.Messaging.EventBridge;

/// <summary>
/// Events to an Amazon EventBridge bus by PutEvents, up to 10 entries and 256 KB a call. The service takes or refuses each entry on its own: those
/// it had to put off are sent again, those it took are not, also when the relay starts over at the first that was not.
/// </summary>
/// <param name="options">Which bus, and as whom.</param>
/// <param name="time">The clock of signatures and waits.</param>
/// <param name="name">Its name among the targets.</param>
public sealed class EventBridgeTarget(EventBridgeOptions options, TimeProvider time, string name = "eventbridge") : IEventTarget
{
    private const int MaxEntries = 10;
    private const int MaxBytes = 256 * 1024;
    private const int MaxRounds = 3;

    // Those that the bus has, beyond the first that it has not.
    private readonly HashSet<long> ahead = [];
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(30) };

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public RetryPolicy Retries { get; init; } = RetryPolicy.EventBridge;

    /// <summary>The waits between the rounds in which the entries of one call that were put off are sent again.</summary>
    public RetryPolicy Rounds { get; init; } = new(MaxRounds, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(2), 2, 0.5);

    /// <inheritdoc/>
    public ValueTask<long> FindPositionAsync(RelayState recorded, CancellationToken cancellationToken) =>
        new((recorded ?? throw new ArgumentNullException(nameof(recorded))).Position);

    /// <inheritdoc/>
    public async ValueTask<Delivery> DeliverAsync(ImmutableArray<EventRecord> events, CancellationToken cancellationToken)
    {
        DeliveryFailure? failure = null;
        var pending = events.Where(e => !ahead.Contains(e.Sequence)).ToList();
        while (pending.Count > 0 && failure is null)
        {
            var (call, entries) = TakeCall(pending);
            failure = entries is null ? TooLarge(call[0]) : await SendAsync(call, entries, cancellationToken).ConfigureAwait(false);
            pending.RemoveRange(0, call.Count);
        }

        var delivered = events.TakeWhile(e => ahead.Contains(e.Sequence)).Count();
        ahead.ExceptWith(events.Take(delivered).Select(e => e.Sequence));
        return new(delivered, delivered == events.Length ? null : failure);
    }

    /// <inheritdoc/>
    public ValueTask<Delivery> RepeatAsync(EventRecord repeated, CancellationToken cancellationToken) => DeliverAsync([repeated], cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    // The first events that fit into one call; no entries when the first is too large for any.
    private (List<EventRecord> Call, List<PutEventsEntry>? Entries) TakeCall(List<EventRecord> pending)
    {
        var (call, entries, size) = (new List<EventRecord>(), new List<PutEventsEntry>(), 0);
        foreach (var record in pending.Take(MaxEntries))
        {
            var entry = PutEventsEntry.Of(record, options.Bus);
            if (size + entry.Size > MaxBytes)
                return call.Count == 0 ? ([record], null) : (call, entries);
            call.Add(record);
            entries.Add(entry);
            size += entry.Size;
        }

        return (call, entries);
    }

    private async Task<DeliveryFailure?> SendAsync(List<EventRecord> call, List<PutEventsEntry> entries, CancellationToken cancellationToken)
    {
        for (var round = 1; ; round++)
        {
            var (results, refused) = await PutAsync(entries, cancellationToken).ConfigureAwait(false);
            if (refused is not null)
                return refused;
            for (var i = 0; i < results.Count; i++)
                if (results[i].ErrorCode is null)
                    ahead.Add(call[i].Sequence);
            if (results.FirstOrDefault(r => r.ErrorCode is not null && !r.IsTransient) is { } rejected && results.First(r => r.ErrorCode is not null) == rejected)
                return new(DeliveryFailureReason.Rejected, $"EventBridge refused the event: {rejected.ErrorCode}: {rejected.ErrorMessage}");
            var left = Enumerable.Range(0, results.Count).Where(i => results[i].IsTransient).ToList();
            if (left.Count == 0)
                return null;
            if (round == MaxRounds)
                return new(DeliveryFailureReason.Unavailable, $"EventBridge put {left.Count} of {results.Count} events off: {results[left[0]].ErrorCode}");
            (call, entries) = ([.. left.Select(i => call[i])], [.. left.Select(i => entries[i])]);
            await Task.Delay(Rounds.WaitAfter(round, Random.Shared.NextDouble()), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(IReadOnlyList<PutEventsResult> Results, DeliveryFailure? Refused)> PutAsync(List<PutEventsEntry> entries, CancellationToken cancellationToken)
    {
        try
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(new PutEventsRequest { Entries = entries }, EventBridgeJson.Default.PutEventsRequest);
            var credentials = await options.Credentials(cancellationToken).ConfigureAwait(false);
            using var request = SignedRequest.Create(options, credentials, "AWSEvents.PutEvents", body, time.GetUtcNow());
            using var response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            var answer = JsonSerializer.Deserialize(bytes, EventBridgeJson.Default.PutEventsAnswer);
            if (response.IsSuccessStatusCode && answer?.Entries.Count == entries.Count)
                return (answer.Entries, null);
            return ([], new(DeliveryFailureReason.Unavailable, $"EventBridge answered {(int)response.StatusCode}: {answer?.ErrorType} {answer?.Message}".TrimEnd()));
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException or Amazon.Runtime.AmazonClientException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ([], new(DeliveryFailureReason.Unavailable, $"EventBridge could not be asked: {e.Message}"));
        }
    }

    private static DeliveryFailure TooLarge(EventRecord record) =>
        new(DeliveryFailureReason.Rejected, $"the event {record.Id} is larger than the {MaxBytes} bytes that EventBridge takes");
}
