using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Oms.Domain.Merging;

/// <summary>A list of items of one type.</summary>
/// <typeparam name="T">The items.</typeparam>
internal sealed class ListOf<T> : ListShape
{
    internal override IReadOnlyList<object> Items(object? list)
    {
        if (list is not ImmutableArray<T> { IsDefaultOrEmpty: false } items)
            return [];
        // An array of objects of any type is read as one of objects.
        return typeof(T).IsValueType ? [.. items.Cast<object>()] : (object[])(object)ImmutableCollectionsMarshal.AsArray(items)!;
    }

    internal override object Build(List<object> items)
    {
        var list = new T[items.Count];
        for (var i = 0; i < list.Length; i++)
            list[i] = (T)items[i];
        return ImmutableCollectionsMarshal.AsImmutableArray(list);
    }
}
