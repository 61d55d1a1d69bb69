using Oms.Domain.Events;
using Oms.Engine.Configuration;

namespace Oms.Graph.Events;

/// <summary>The root fields that tell where events go.</summary>
[ExtendObjectType("Query")]
internal static class RouteQueries
{
    public static async Task<IReadOnlyList<WebhookNode>> GetWebhooksAsync(EventTargets targets, CancellationToken cancellationToken) =>
        [.. (await targets.WebhooksAsync(cancellationToken)).Select(w => new WebhookNode(w.Webhook))];

    public static async Task<WebhookNode?> GetWebhookAsync(string name, EventTargets targets, CancellationToken cancellationToken) =>
        await targets.FindWebhookAsync(name, cancellationToken) is var (webhook, _) ? new(webhook) : null;

    public static async Task<IReadOnlyList<EventRoute>> GetEventRoutesAsync(EventTargets targets, CancellationToken cancellationToken) =>
        (await targets.RoutesAsync(cancellationToken)).Table.Current();

    public static async Task<EventRouting> GetEventRoutingAsync(string type, string? branch, string author, EventTargets targets, CancellationToken cancellationToken)
    {
        var table = (await targets.RoutesAsync(cancellationToken)).Table;
        var route = table.Current().FirstOrDefault(r => r.Matches(type, branch, author));
        return new(EventTypes.Prefix + EventTypes.Suffix(type), route, route?.Strategy ?? RouteStrategy.All, route?.Targets ?? await targets.NamesAsync(cancellationToken));
    }
}
