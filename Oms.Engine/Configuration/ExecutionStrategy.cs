namespace Oms.Engine.Configuration;

/// <summary>Whether resolvers of one request run side by side.</summary>
public enum ExecutionStrategy
{
    /// <summary>Side by side, as far as they wait for something (spec 6.2.1, "normal execution").</summary>
    Parallel,

    /// <summary>One after the other.</summary>
    Serial,
}
