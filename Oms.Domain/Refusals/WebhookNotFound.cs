namespace Oms.Domain.Refusals;

/// <summary>There is no webhook of this name.</summary>
/// <param name="Name">The name.</param>
public sealed record WebhookNotFound(string Name) : Refusal("WEBHOOK_NOT_FOUND", $"There is no webhook '{Name}'; `webhooks` lists those there are.");
