namespace Oms.Domain.Refusals;

/// <summary>An address that a webhook may not have.</summary>
/// <param name="Url">The address.</param>
/// <param name="Message">Why not.</param>
public sealed record WebhookUrlRefused(string Url, string Message) : Refusal("WEBHOOK_URL_REFUSED", Message);
