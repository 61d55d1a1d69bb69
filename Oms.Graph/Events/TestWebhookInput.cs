namespace Oms.Graph.Events;

/// <summary>GraphQL input <c>TestWebhookInput</c>.</summary>
internal sealed record TestWebhookInput(string Name);
