using System.Collections.Immutable;

namespace Oms.Domain.Refusals;

/// <summary>A webhook that routes name can not be deleted.</summary>
/// <param name="Name">The webhook.</param>
/// <param name="Routes">The routes that name it.</param>
public sealed record WebhookInUse(string Name, ImmutableArray<string> Routes) : Refusal(
    "WEBHOOK_IN_USE",
    $"Routes name the webhook '{Name}': {string.Join(", ", Routes)}. Change them with `setEventRoute` or remove them with `removeEventRoute` first, or stop telling it with `disableWebhook`.");
