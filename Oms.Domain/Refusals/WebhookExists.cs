namespace Oms.Domain.Refusals;

/// <summary>A webhook of this name is there already.</summary>
/// <param name="Name">The name.</param>
public sealed record WebhookExists(string Name) : Refusal("WEBHOOK_EXISTS", $"There is a webhook '{Name}' already; choose another name.");
