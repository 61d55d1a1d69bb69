namespace Oms.Graph.Events;

/// <summary>GraphQL input <c>DisableWebhookInput</c>.</summary>
internal sealed record DisableWebhookInput(string Name, string Reason);
