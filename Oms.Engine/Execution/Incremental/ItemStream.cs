using Oms.Engine.Response;

namespace Oms.Engine.Execution.Incremental;

/// <summary>A list of the response that is still to be continued.</summary>
/// <param name="usage">The use of <c>@stream</c>.</param>
/// <param name="path">The list's place.</param>
/// <param name="items">The items that are still to come.</param>
/// <param name="index">The index of the next one.</param>
internal sealed class ItemStream(StreamUsage usage, object[] path, StreamedItems items, int index)
{
    /// <summary>The client's name for it; null for none.</summary>
    public string? Label => usage.Label;

    /// <summary>The field, as it is executed for each item.</summary>
    public FieldPlan Item => usage.Item;

    /// <summary>The list's place.</summary>
    public object[] Path { get; } = path;

    /// <summary>The items that are still to come.</summary>
    public StreamedItems Items { get; } = items;

    /// <summary>The index of the next item to deliver.</summary>
    public int Index { get; set; } = index;

    /// <summary>Its id in the response while it is pending; -1 before and afterwards.</summary>
    public int Id { get; set; } = -1;

    /// <summary>Why it ends early; null while it does not.</summary>
    public GraphQLError? Failure { get; set; }
}
