namespace Oms.Engine.CostAnalysis;

/// <summary>What a request wants to know of its cost; over HTTP the header <c>GraphQL-Cost</c> says so, as in Hot Chocolate.</summary>
public enum CostReporting
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The response says the cost in <c>extensions.operationCost</c>.</summary>
    Report,

    /// <summary>Nothing is executed; the response says the cost in <c>extensions.operationCost</c>.</summary>
    Validate,
}
