using Oms.Engine.Execution.Incremental;

namespace Oms.Engine.Execution;

/// <summary>Where parts come later: objects with deferred fields, and lists that go on.</summary>
internal sealed partial class ResponseWriting
{
    /// <summary>Writes deferred fields as an object; false when something of it is null that must not be.</summary>
    public bool WritePart(ObjectPlan fields, object? value) =>
        value is ResolvedObject resolved ? WriteFields(resolved.Plan, resolved.Value, resolved.Slots) : WriteFields(fields, value, null);

    /// <summary>Writes the next item of a list that goes on; false when it is null and must not be.</summary>
    public bool WriteItemOf(ItemStream stream, object? value)
    {
        path.PushList();
        path.At(stream.Index);
        var isWritten = WriteValue(stream.Item, stream.Item.Shape.Item!, value);
        path.Pop();
        return isWritten;
    }

    // What is deferred is known when the rest of the object is written: it does not come when the object is null.
    private bool WriteDeferring(ObjectPlan plan, object? value, object?[]? slots)
    {
        var outer = scope;
        var place = path.ToArray();
        var deferred = plan.Deferred!;
        if (deferred.Usages.Length > 0)
            scope = Begin(deferred.Usages, place);
        var isWritten = WriteFields(plan, value, slots);
        if (isWritten)
            foreach (var part in deferred.Parts)
                work!.Add(new ExecutionGroup(part.Fields, value, place, [.. part.Usages.Select(usage => DeliveryScope.Find(scope, usage))], scope), buffer.Position);
        scope = outer;
        return isWritten;
    }

    private DeliveryScope Begin(DeferUsage[] usages, object[] place)
    {
        var groups = new DeliveryGroup[usages.Length];
        var begun = new DeliveryScope(scope, groups);
        for (var i = 0; i < groups.Length; i++)
        {
            var parent = usages[i].Parent;
            // The parent may be an earlier one of the same object.
            var around = parent is null ? null : Array.Find(groups[..i], group => group.Usage == parent) ?? DeliveryScope.Find(scope, parent);
            groups[i] = new DeliveryGroup(place, usages[i], around);
            work!.Groups.Add(groups[i]);
        }

        return begun;
    }

    private void Continue(FieldPlan field, ResolvedList list) =>
        work!.Add(new ItemStream(field.Stream!, path.ToArray(), list.Rest!, list.Items.Length), buffer.Position);
}
