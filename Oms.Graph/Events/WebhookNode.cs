using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Storage;

namespace Oms.Graph.Events;

/// <summary>GraphQL type <c>EventWebhook</c>.</summary>
internal sealed class WebhookNode(Webhook webhook)
{
    public string Name => webhook.Name;

    public string Target => webhook.Target;

    public string Url => webhook.Url;

    public string Description => webhook.Description;

    public bool IsEnabled => webhook.IsEnabled;

    public string? DisabledReason => webhook.DisabledReason;

    public DateTimeOffset? DisabledAt => webhook.DisabledAt;

    public string CreatedBy => webhook.CreatedBy;

    public DateTimeOffset CreatedAt => webhook.CreatedAt;

    public IReadOnlyList<WebhookSecret> Secrets => webhook.Secrets;

    /// <summary>The last deliveries, the newest first; none of one that had the name before.</summary>
    public async Task<IReadOnlyList<WebhookDelivery>> GetDeliveriesAsync(IStore store, CancellationToken cancellationToken) =>
        await store.GetDocumentAsync(WebhookLog.DocumentKind, webhook.Name, cancellationToken) is { } kept
            ? [.. CanonicalJson.Read<WebhookLog>(kept.Content.Span).Deliveries.Where(d => d.Time >= webhook.CreatedAt).Reverse()]
            : [];
}
