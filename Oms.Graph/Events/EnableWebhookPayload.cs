using Oms.Domain.Events;
using Oms.Domain.Refusals;

namespace Oms.Graph.Events;

/// <summary>GraphQL type <c>EnableWebhookPayload</c>.</summary>
internal sealed class EnableWebhookPayload(Result<Webhook> result) : WebhookPayload(result);
