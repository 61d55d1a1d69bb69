using Oms.Domain.Events;
using Oms.Domain.Refusals;

namespace Oms.Graph.Events;

/// <summary>GraphQL type <c>DeleteWebhookPayload</c>.</summary>
internal sealed class DeleteWebhookPayload(Result<Webhook> result) : WebhookPayload(result);
