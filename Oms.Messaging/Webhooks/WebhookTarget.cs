using System.Collections.Immutable;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Storage;
using Oms.Messaging.Outbox;

namespace Oms.Messaging.Webhooks;

/// <summary>Events to one webhook, one after the other, each attempt in its log.</summary>
/// <param name="webhook">The webhook.</param>
/// <param name="secrets">Its secrets as text with their ends, the newest first.</param>
/// <param name="sender">What sends.</param>
/// <param name="store">Where the log is kept.</param>
/// <param name="time">The clock of the secrets.</param>
public sealed class WebhookTarget(
    Webhook webhook, ImmutableArray<(string Secret, DateTimeOffset? EndsAt)> secrets, WebhookSender sender, IStore store, TimeProvider time) : IEventTarget
{
    // Its place is written down after so many: what a crash makes it tell again is no more.
    private const int MaxAtOnce = 16;
    private const int Gone = 410;

    /// <inheritdoc/>
    public string Name => webhook.Target;

    /// <inheritdoc/>
    public RetryPolicy Retries { get; init; } = RetryPolicy.Webhook;

    /// <inheritdoc/>
    public ValueTask<long> FindPositionAsync(RelayState recorded, CancellationToken cancellationToken) =>
        new(Math.Max((recorded ?? throw new ArgumentNullException(nameof(recorded))).Position, webhook.After));

    /// <inheritdoc/>
    public async ValueTask<Delivery> DeliverAsync(ImmutableArray<EventRecord> events, CancellationToken cancellationToken)
    {
        var attempts = new List<WebhookDelivery>();
        foreach (var record in events.Take(MaxAtOnce))
        {
            attempts.Add(await SendAsync(record, cancellationToken).ConfigureAwait(false));
            if (attempts[^1].Error is not null)
                break;
        }

        var last = attempts[^1];
        var taken = last.Error is null ? attempts.Count : attempts.Count - 1;
        return new(taken, FailureOf(last)) { Documents = [await LogAsync(attempts, cancellationToken).ConfigureAwait(false)] };
    }

    /// <inheritdoc/>
    public async ValueTask<Delivery> RepeatAsync(EventRecord repeated, CancellationToken cancellationToken)
    {
        var attempt = await SendAsync(repeated, cancellationToken).ConfigureAwait(false);
        return new(attempt.Error is null ? 1 : 0, FailureOf(attempt)) { Documents = [await LogAsync([attempt], cancellationToken).ConfigureAwait(false)] };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<WebhookDelivery> SendAsync(EventRecord record, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return sender.SendAsync(webhook.Url, secrets.Where(s => s.EndsAt is null || s.EndsAt > now).Select(s => s.Secret), record, cancellationToken);
    }

    private async ValueTask<DocumentWrite> LogAsync(IReadOnlyCollection<WebhookDelivery> attempts, CancellationToken cancellationToken)
    {
        var kept = await store.GetDocumentAsync(WebhookLog.DocumentKind, webhook.Name, cancellationToken).ConfigureAwait(false);
        var log = kept is null ? new WebhookLog() : CanonicalJson.Read<WebhookLog>(kept.Content.Span);
        return new(WebhookLog.DocumentKind, webhook.Name, kept?.Version ?? 0, CanonicalJson.Write(log.With(attempts)));
    }

    private static DeliveryFailure? FailureOf(WebhookDelivery attempt) => attempt.Error is null
        ? null
        : new(attempt.Status == Gone ? DeliveryFailureReason.Gone : DeliveryFailureReason.Rejected, attempt.Error);
}
