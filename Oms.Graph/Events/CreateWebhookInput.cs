namespace Oms.Graph.Events;

/// <summary>GraphQL input <c>CreateWebhookInput</c>.</summary>
internal sealed record CreateWebhookInput(string Name, string Url, string Description);
