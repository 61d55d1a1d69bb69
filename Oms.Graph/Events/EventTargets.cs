using System.Collections.Immutable;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Graph.Events;

/// <summary>The targets there are: those that the configuration names, and the webhooks.</summary>
internal sealed class EventTargets(IStore store, IConfiguration configuration)
{
    /// <summary>The target of <see cref="NatsSettings"/>.</summary>
    internal const string Nats = "nats";

    /// <summary>The target of <see cref="EventBridgeSettings"/>.</summary>
    internal const string EventBridge = "eventbridge";

    /// <summary>The names, in their order.</summary>
    internal async ValueTask<ImmutableArray<string>> NamesAsync(CancellationToken cancellationToken)
    {
        var names = (await WebhooksAsync(cancellationToken)).Select(w => w.Webhook.Target);
        if (NatsSettings.Read(configuration) is not null)
            names = names.Append(Nats);
        if (EventBridgeSettings.Read(configuration) is not null)
            names = names.Append(EventBridge);
        return [.. names.Order(StringComparer.Ordinal)];
    }

    /// <summary>Every webhook that is there, with its version, in the order of names.</summary>
    internal async ValueTask<ImmutableArray<(Webhook Webhook, long Version)>> WebhooksAsync(CancellationToken cancellationToken) =>
        [.. (await KeptWebhooksAsync(cancellationToken)).Where(w => !w.Webhook.IsDeleted)];

    /// <summary>Every webhook with its version, those that are gone too, in the order of names.</summary>
    internal async ValueTask<ImmutableArray<(Webhook Webhook, long Version)>> KeptWebhooksAsync(CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<(Webhook, long)>();
        await foreach (var document in store.ReadDocumentsAsync(Webhook.DocumentKind, null, cancellationToken))
            found.Add((CanonicalJson.Read<Webhook>(document.Content.Span), document.Version));
        return found.DrainToImmutable();
    }

    /// <summary>A webhook that is there, with its version; null when there is none of this name.</summary>
    internal async ValueTask<(Webhook Webhook, long Version)?> FindWebhookAsync(string name, CancellationToken cancellationToken) =>
        await FindKeptWebhookAsync(name, cancellationToken) is { Webhook.IsDeleted: false } found ? found : null;

    /// <summary>A webhook with its version, also when it is gone; null when there never was one of this name.</summary>
    internal async ValueTask<(Webhook Webhook, long Version)?> FindKeptWebhookAsync(string name, CancellationToken cancellationToken) =>
        await store.GetDocumentAsync(Webhook.DocumentKind, name, cancellationToken) is { } kept
            ? (CanonicalJson.Read<Webhook>(kept.Content.Span), kept.Version)
            : null;

    /// <summary>Why nobody is told under this name any more: it is a webhook's that is gone; null otherwise.</summary>
    internal async ValueTask<EventTargetNotFound?> RefuseGoneAsync(string target, CancellationToken cancellationToken) =>
        target.StartsWith(Webhook.TargetPrefix, StringComparison.Ordinal) && await FindWebhookAsync(target[Webhook.TargetPrefix.Length..], cancellationToken) is null
            ? new(target, await NamesAsync(cancellationToken))
            : null;

    /// <summary>The routes with their version; an empty table of version 0 where there are none.</summary>
    internal async ValueTask<(RouteTable Table, long Version)> RoutesAsync(CancellationToken cancellationToken) =>
        await store.GetDocumentAsync(RouteTable.DocumentKind, RouteTable.Key, cancellationToken) is { } kept
            ? (CanonicalJson.Read<RouteTable>(kept.Content.Span), kept.Version)
            : (new RouteTable(), 0);
}
