namespace Oms.Engine.Execution;

/// <summary>What a request is answered with.</summary>
public enum ExecutionResultKind
{
    /// <summary>One response.</summary>
    SingleResult,

    /// <summary>One response in parts, because of <c>@defer</c> or <c>@stream</c>.</summary>
    DeferredResult,

    /// <summary>A response for each event of a subscription.</summary>
    SubscriptionResult,
}
