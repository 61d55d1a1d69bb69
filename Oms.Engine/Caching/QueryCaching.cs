namespace Oms.Engine.Caching;

/// <summary>Whether one response may be kept.</summary>
public static class QueryCaching
{
    private const string Key = "GraphQL.SkipQueryCaching";

    /// <summary>
    /// Leaves <c>Cache-Control</c> out of one response, said by an interceptor, middleware or resolver; as Hot Chocolate's
    /// <c>requestBuilder.SkipQueryCaching()</c>.
    /// </summary>
    /// <param name="contextData">The state of the request.</param>
    public static void SkipQueryCaching(this IDictionary<string, object?> contextData)
    {
        ArgumentNullException.ThrowIfNull(contextData);
        contextData[Key] = true;
    }

    /// <summary>Whether somebody said so.</summary>
    internal static bool IsSkipped(IDictionary<string, object?> contextData) => contextData.ContainsKey(Key);
}
