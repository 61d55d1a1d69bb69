namespace Oms.Graph.Events;

/// <summary>GraphQL input <c>DeleteWebhookInput</c>.</summary>
internal sealed record DeleteWebhookInput(string Name, string Reason);
