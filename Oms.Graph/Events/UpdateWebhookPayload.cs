using Oms.Domain.Events;
using Oms.Domain.Refusals;

namespace Oms.Graph.Events;

/// <summary>GraphQL type <c>UpdateWebhookPayload</c>.</summary>
internal sealed class UpdateWebhookPayload(Result<Webhook> result) : WebhookPayload(result);
