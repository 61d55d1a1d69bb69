namespace Oms.Domain.Events;

/// <summary>The data of the events about webhooks, and of a test.</summary>
/// <param name="Name">The webhook.</param>
/// <param name="Reason">Why.</param>
public sealed record WebhookData(string Name, string Reason);
