using System.Collections.Immutable;

namespace Oms.Domain.Merging;

/// <summary>A list of items of one type.</summary>
/// <typeparam name="T">The items.</typeparam>
internal sealed class ListOf<T> : ListShape
{
    internal override IReadOnlyList<object> Items(object? list) =>
        list is ImmutableArray<T> { IsDefaultOrEmpty: false } items ? [.. items.Cast<object>()] : [];

    internal override object Build(IEnumerable<object> items) => items.Cast<T>().ToImmutableArray();
}
