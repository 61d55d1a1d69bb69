namespace Oms.Engine.Execution;

/// <summary>A list of the awaited part.</summary>
/// <param name="Items">The items, each resolved.</param>
internal sealed record ResolvedList(object?[] Items)
{
    /// <summary>The items that come later; null where there are none.</summary>
    public Incremental.StreamedItems? Rest { get; init; }
}
