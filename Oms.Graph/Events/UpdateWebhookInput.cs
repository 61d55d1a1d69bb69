namespace Oms.Graph.Events;

/// <summary>GraphQL input <c>UpdateWebhookInput</c>.</summary>
internal sealed record UpdateWebhookInput(string Name, string? Url, string? Description, string Reason);
