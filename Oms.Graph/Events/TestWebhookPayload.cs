using Oms.Domain.Events;
using Oms.Domain.Refusals;

namespace Oms.Graph.Events;

/// <summary>GraphQL type <c>TestWebhookPayload</c>.</summary>
internal sealed class TestWebhookPayload(Result<Webhook> result, WebhookDelivery? delivery) : WebhookPayload(result)
{
    public WebhookDelivery? Delivery => delivery;
}
