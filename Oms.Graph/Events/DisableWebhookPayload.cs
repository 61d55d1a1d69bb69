using Oms.Domain.Events;
using Oms.Domain.Refusals;

namespace Oms.Graph.Events;

/// <summary>GraphQL type <c>DisableWebhookPayload</c>.</summary>
internal sealed class DisableWebhookPayload(Result<Webhook> result) : WebhookPayload(result);
