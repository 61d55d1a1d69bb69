using System.Collections.Immutable;

namespace Oms.Domain.Events;

/// <summary>The last deliveries to a webhook.</summary>
public sealed record WebhookLog
{
    /// <summary>The kind of document that holds it, under the webhook's name.</summary>
    public const string DocumentKind = "webhook-log";

    /// <summary>Deliveries that are kept.</summary>
    public const int MaxDeliveries = 50;

    /// <summary>The deliveries, the newest last.</summary>
    public ImmutableArray<WebhookDelivery> Deliveries { get; init; } = [];

    /// <summary>With more deliveries, without the oldest ones that are too many.</summary>
    public WebhookLog With(IReadOnlyCollection<WebhookDelivery> added) =>
        new() { Deliveries = [.. Deliveries.Concat(added).TakeLast(MaxDeliveries)] };
}
