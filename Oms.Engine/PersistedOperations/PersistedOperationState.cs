namespace Oms.Engine.PersistedOperations;

/// <summary>What interceptors say of a request's document, in its global state.</summary>
public static class PersistedOperationState
{
    private const string Key = "GraphQL.AllowNonPersistedOperation";

    /// <summary>Lets one request execute a document of its own, as for a developer with a right to it.</summary>
    /// <param name="contextData">The state of the request.</param>
    public static void AllowNonPersistedOperation(this IDictionary<string, object?> contextData)
    {
        ArgumentNullException.ThrowIfNull(contextData);
        contextData[Key] = true;
    }

    internal static bool IsAllowed(IDictionary<string, object?>? contextData) =>
        contextData is not null && contextData.TryGetValue(Key, out var allowed) && allowed is true;
}
