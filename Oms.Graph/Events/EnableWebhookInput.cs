namespace Oms.Graph.Events;

/// <summary>GraphQL input <c>EnableWebhookInput</c>.</summary>
internal sealed record EnableWebhookInput(string Name, string Reason);
