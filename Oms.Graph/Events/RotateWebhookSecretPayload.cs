using Oms.Domain.Events;
using Oms.Domain.Refusals;

namespace Oms.Graph.Events;

/// <summary>GraphQL type <c>RotateWebhookSecretPayload</c>.</summary>
internal sealed class RotateWebhookSecretPayload(Result<Webhook> result, string secret) : WebhookPayload(result)
{
    public string? Secret => Errors is null ? secret : null;
}
