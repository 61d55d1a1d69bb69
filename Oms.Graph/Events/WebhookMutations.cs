using System.Security.Claims;
using System.Security.Cryptography;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Engine.Configuration;
using Oms.Graph.Access;
using Oms.Graph.Registry;
using Oms.Messaging.Webhooks;

namespace Oms.Graph.Events;

/// <summary>The mutations on webhooks.</summary>
[ExtendObjectType("Mutation")]
internal static class WebhookMutations
{
    public static async Task<CreateWebhookPayload> CreateWebhookAsync(
        CreateWebhookInput input,
        ClaimsPrincipal user,
        Caller caller,
        WebhookSecrets secrets,
        WebhookSettings settings,
        EventTargets targets,
        OntologyRegistry registry,
        CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var (secret, kept) = secrets.Make();
        var create = new CreateWebhook(input.Name, input.Url, input.Description, kept);
        var address = RefuseAddress(settings, input.Url);
        return new(await WriteAsync(context, input.Name, create.Attempt, registry, DecideAsync, cancellationToken), secret);

        async ValueTask<Result<Change>> DecideAsync(CancellationToken token)
        {
            var known = await targets.WebhooksAsync(token);
            return create.Decide(context, await targets.FindKeptWebhookAsync(input.Name, token), known.Length, await registry.Store.GetLastSequenceAsync(token), address);
        }
    }

    public static async Task<RotateWebhookSecretPayload> RotateWebhookSecretAsync(
        RotateWebhookSecretInput input, ClaimsPrincipal user, Caller caller, WebhookSecrets secrets, EventTargets targets, OntologyRegistry registry, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var (secret, kept) = secrets.Make();
        var rotate = new RotateWebhookSecret(input.Name, kept, TimeSpan.FromSeconds(input.OverlapSeconds));
        return new(
            await WriteAsync(context, input.Name, rotate.Attempt, registry, async t => rotate.Decide(context, await targets.FindWebhookAsync(input.Name, t)), cancellationToken),
            secret);
    }

    public static async Task<UpdateWebhookPayload> UpdateWebhookAsync(
        UpdateWebhookInput input, ClaimsPrincipal user, Caller caller, WebhookSettings settings, EventTargets targets, OntologyRegistry registry, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var update = new UpdateWebhook(input.Name, input.Url, input.Description, input.Reason);
        var address = input.Url is null ? null : RefuseAddress(settings, input.Url);
        return new(await WriteAsync(
            context, input.Name, update.Attempt, registry, async t => update.Decide(context, await targets.FindWebhookAsync(input.Name, t), address), cancellationToken));
    }

    public static async Task<DeleteWebhookPayload> DeleteWebhookAsync(
        DeleteWebhookInput input, ClaimsPrincipal user, Caller caller, EventTargets targets, OntologyRegistry registry, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var delete = new DeleteWebhook(input.Name, input.Reason);
        return new(await WriteAsync(
            context,
            input.Name,
            delete.Attempt,
            registry,
            async t => delete.Decide(context, await targets.FindWebhookAsync(input.Name, t), await targets.RoutesAsync(t)),
            cancellationToken));
    }

    public static async Task<DisableWebhookPayload> DisableWebhookAsync(
        DisableWebhookInput input, ClaimsPrincipal user, Caller caller, EventTargets targets, OntologyRegistry registry, CancellationToken cancellationToken) =>
        new(await SwitchAsync(new(input.Name, false, input.Reason), caller.ContextFor(user), targets, registry, cancellationToken));

    public static async Task<EnableWebhookPayload> EnableWebhookAsync(
        EnableWebhookInput input, ClaimsPrincipal user, Caller caller, EventTargets targets, OntologyRegistry registry, CancellationToken cancellationToken) =>
        new(await SwitchAsync(new(input.Name, true, input.Reason), caller.ContextFor(user), targets, registry, cancellationToken));

    public static async Task<TestWebhookPayload> TestWebhookAsync(
        TestWebhookInput input,
        ClaimsPrincipal user,
        Caller caller,
        WebhookSecrets secrets,
        WebhookSender sender,
        EventTargets targets,
        OntologyRegistry registry,
        CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var test = new TestWebhook(input.Name);
        var result = await registry.ExecuteAsync<(Webhook Webhook, EventRecord Event)>(
            context,
            Webhook.TargetPrefix + input.Name,
            test.Attempt,
            async token =>
            {
                var kept = await targets.FindWebhookAsync(input.Name, token);
                var decision = test.Decide(context, kept?.Webhook);
                return decision.IsOk ? new Decided<(Webhook, EventRecord)>(decision.Value.Change, () => (kept!.Value.Webhook, decision.Value.Event)) : decision.Refusals;
            },
            null,
            cancellationToken);
        if (!result.IsOk)
            return new(result.Refusals, null);
        var (webhook, sent) = result.Value;
        return new(webhook, await SendAsync(webhook, sent, secrets, sender, cancellationToken));
    }

    /// <summary>Stops telling a webhook, or goes on.</summary>
    internal static ValueTask<Result<Webhook>> SwitchAsync(
        SwitchWebhook command, CommandContext context, EventTargets targets, OntologyRegistry registry, CancellationToken cancellationToken) =>
        WriteAsync(context, command.Name, command.Attempt, registry, async t => command.Decide(context, await targets.FindWebhookAsync(command.Name, t)), cancellationToken);

    private static WebhookUrlRefused? RefuseAddress(WebhookSettings settings, string url) =>
        settings.Addresses.Refuse(url) is { } why ? new WebhookUrlRefused(url.Length > 200 ? url[..200] : url, why) : null;

    private static async Task<WebhookDelivery> SendAsync(Webhook webhook, EventRecord sent, WebhookSecrets secrets, WebhookSender sender, CancellationToken cancellationToken)
    {
        try
        {
            var open = secrets.Read(webhook).Where(s => s.EndsAt is null || s.EndsAt > sent.Time).Select(s => s.Secret);
            return await sender.SendAsync(webhook.Url, open, sent, cancellationToken);
        }
        catch (CryptographicException e)
        {
            return new WebhookDelivery { EventId = sent.Id, EventType = sent.Type, Time = sent.Time, Error = WebhookRelays.KeyMissing(e) };
        }
    }

    private static ValueTask<Result<Webhook>> WriteAsync(
        CommandContext context,
        string name,
        RefusedAttempt attempt,
        OntologyRegistry registry,
        Func<CancellationToken, ValueTask<Result<Change>>> decide,
        CancellationToken cancellationToken)
    {
        return registry.ExecuteAsync<Webhook>(context, Webhook.TargetPrefix + name, attempt, DecideAsync, null, cancellationToken);

        async ValueTask<Result<Decided<Webhook>>> DecideAsync(CancellationToken token)
        {
            var decision = await decide(token);
            return decision.IsOk ? new Decided<Webhook>(decision.Value, () => CanonicalJson.Read<Webhook>(decision.Value.Documents[0].Content.Span)) : decision.Refusals;
        }
    }
}
