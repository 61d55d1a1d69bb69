using System.Security.Cryptography;
using Oms.Domain.Access;
using Oms.Domain.Events;
using Oms.Graph.Registry;
using Oms.Messaging.Outbox;
using Oms.Messaging.Webhooks;

namespace Oms.Graph.Events;

/// <summary>
/// Runs a relay for each webhook that is to be told, anew whenever the webhook is changed; and one for each that is not, as far as routes give
/// others what it does not take.
/// </summary>
internal sealed class WebhookRelays(
    EventTargets targets, WebhookSecrets secrets, WebhookSender sender, WebhookSettings settings, OntologyRegistry registry, RelayFactory relays, TimeProvider time, ILogger<WebhookRelays> log)
    : BackgroundService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, (long Version, CancellationTokenSource Stop, Task Running)> running = new(StringComparer.Ordinal);

    /// <summary>Why a webhook can not be signed for here.</summary>
    internal static string KeyMissing(CryptographicException e) =>
        $"this server lacks the key that protects the secret of this webhook (configuration DataProtection:KeyFolder; every server needs the same): {e.Message}";

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await LookAsync(stoppingToken);
                await Task.Delay(LookInterval, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(running.Values.Select(r => r.Running));
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        if (await WantedAsync(cancellationToken) is not { } wanted)
            return;
        foreach (var (name, (version, stop, task)) in running.ToArray())
        {
            if (wanted.TryGetValue(name, out var kept) && kept.Version == version && !task.IsCompleted)
                continue;
            await stop.CancelAsync();
            await task;
            stop.Dispose();
            running.Remove(name);
        }

        foreach (var (name, (webhook, version)) in wanted)
        {
            if (running.ContainsKey(name))
                continue;
            var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            running[name] = (version, stop, Task.Run(() => RunAsync(webhook, stop.Token), CancellationToken.None));
        }
    }

    private async Task<Dictionary<string, (Webhook Webhook, long Version)>?> WantedAsync(CancellationToken cancellationToken)
    {
        try
        {
            var all = await targets.KeptWebhooksAsync(cancellationToken);
            var routes = all.All(w => w.Webhook.IsEnabled) ? new RouteTable() : (await targets.RoutesAsync(cancellationToken)).Table;
            return all.Where(w => w.Webhook.IsEnabled || routes.HandsOn(w.Webhook.Target)).ToDictionary(w => w.Webhook.Name);
        }
        catch (Domain.Storage.StoreException e)
        {
            // Those that run go on: each asks the store for itself.
            log.LogWarning("the webhooks could not be read: {Message}", e.Message);
            return null;
        }
    }

    private IEventTarget TargetOf(Webhook webhook) => webhook.IsEnabled
        ? new WebhookTarget(webhook, secrets.Read(webhook), sender, registry.Store, time) { Retries = settings.Retries }
        : new AbsentTarget(webhook.Target, webhook.After, $"the webhook is {(webhook.IsDeleted ? "deleted" : "disabled")}: {webhook.DisabledReason}", webhook.IsDeleted);

    private async Task RunAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        try
        {
            await using var target = TargetOf(webhook);
            if (await relays.RunAsync(target, cancellationToken) is { } gone)
                await WebhookMutations.SwitchAsync(
                    new SwitchWebhook(webhook.Name, false, $"it asked to be told no more: {gone}"),
                    registry.ContextFor(Actor.System, $"relay-{registry.Ids.Next():N}"),
                    targets,
                    registry,
                    CancellationToken.None);
        }
        catch (CryptographicException e)
        {
            log.LogError("the webhook {Name} is not told: {Message}", webhook.Name, KeyMissing(e));
            await Task.Delay(TimeSpan.FromMinutes(1), time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "the relay of the webhook {Name} ended, and begins again", webhook.Name);
        }
    }
}
