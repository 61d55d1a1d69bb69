namespace Oms.Engine.Execution;

/// <summary>Which kinds of operations a transport lets through, for instance queries only over HTTP GET.</summary>
[Flags]
public enum AllowedOperations
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Queries.</summary>
    Query = 1,

    /// <summary>Mutations.</summary>
    Mutation = 2,

    /// <summary>Subscriptions.</summary>
    Subscription = 4,

    /// <summary>Every kind.</summary>
    All = Query | Mutation | Subscription,
}
