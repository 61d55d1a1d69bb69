namespace Oms.Graph.Events;

/// <summary>GraphQL input <c>RotateWebhookSecretInput</c>.</summary>
internal sealed record RotateWebhookSecretInput(string Name, int OverlapSeconds);
