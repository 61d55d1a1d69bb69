using Oms.Domain.Events;
using Oms.Domain.Refusals;

namespace Oms.Graph.Events;

/// <summary>What the mutations on webhooks answer; each binds it under its own name.</summary>
internal abstract class WebhookPayload(Result<Webhook> result)
{
    public WebhookNode? Webhook => result.IsOk ? new(result.Value) : null;

    public IReadOnlyList<Refusal>? Errors => result.IsOk ? null : result.Refusals;
}
