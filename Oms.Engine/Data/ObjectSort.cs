namespace Oms.Engine.Data;

/// <summary>The properties that objects may be ordered by.</summary>
/// <typeparam name="T">The objects' type.</typeparam>
internal sealed class ObjectSort<T>
{
    /// <summary>The properties by the names of input fields; filled once, for object types may lead back to themselves.</summary>
    public Dictionary<string, SortMember<T>> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>The keys of a coerced input object, in the order of its definition.</summary>
    public IEnumerable<SortStep<T>> Steps(object? value) =>
        value is IReadOnlyDictionary<string, object?> keys ? keys.SelectMany(k => Members[k.Key].Steps(k.Value)) : [];
}
