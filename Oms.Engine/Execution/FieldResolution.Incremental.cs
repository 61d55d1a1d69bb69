using Oms.Engine.Execution.Incremental;

namespace Oms.Engine.Execution;

/// <summary>Where parts come later: deferred fields, and lists that go on.</summary>
internal sealed partial class FieldResolution
{
    /// <summary>Resolves deferred fields of an object.</summary>
    public ValueTask<object?> ResolvePartAsync(ObjectPlan fields, object? value, object[] path) => ResolveObjectAsync(fields, value, SegmentOf(path));

    /// <summary>Resolves an item of a list that goes on.</summary>
    public async ValueTask<object?> ResolveItemAsync(ItemStream stream, object? item, int index)
    {
        try
        {
            return await ExpandAsync(stream.Item, stream.Item.Shape.Item!, item, new PathSegment(SegmentOf(stream.Path), index));
        }
        catch (Exception e) when (!operation.IsCancelled)
        {
            return new FieldFailure(OperationContext.ErrorsOf(e));
        }
    }

    private static PathSegment? SegmentOf(object[] path)
    {
        PathSegment? segment = null;
        foreach (var key in path)
            segment = new PathSegment(segment, key);
        return segment;
    }

    // The items that come at once are resolved; the others stay where they are until the client has these.
    private async ValueTask<object?> ExpandStreamAsync(FieldPlan field, object value, PathSegment where)
    {
        if (field.Stream!.TryCount(operation.Variables, out var count) is { } fault)
            return new FieldFailure(fault);
        if (operation.Delivery!.Open(value) is not { } items)
            return value;
        var pending = new List<ValueTask<object?>>();
        while (pending.Count < count && await items.MoveNextAsync())
            pending.Add(ExpandAsync(field, field.Shape.Item!, items.Current, new PathSegment(where, pending.Count)));
        var resolved = new object?[pending.Count];
        for (var i = 0; i < resolved.Length; i++)
            resolved[i] = await pending[i];
        return new ResolvedList(resolved) { Rest = resolved.Length < count ? null : items };
    }
}
