namespace Oms.Engine.Data;

/// <summary>A property that objects are ordered by, or whose members they are ordered by. Null, and what lies below null, comes first.</summary>
/// <typeparam name="T">The objects' type.</typeparam>
internal abstract class SortMember<T>
{
    /// <summary>The keys that a client gave.</summary>
    /// <param name="value">A direction, or a coerced input object of them.</param>
    public abstract IEnumerable<SortStep<T>> Steps(object? value);
}
