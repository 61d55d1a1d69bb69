using System.Linq.Expressions;
using System.Reflection;

namespace Oms.Engine.Data;

/// <summary>A property that objects are ordered by; texts by code units.</summary>
/// <typeparam name="T">The objects' type.</typeparam>
/// <typeparam name="TValue">The property's type.</typeparam>
/// <param name="property">The property.</param>
internal sealed class ValueSort<T, TValue>(PropertyInfo property) : SortMember<T>
{
    private static readonly IComparer<TValue> Comparer = typeof(TValue) == typeof(string) ? (IComparer<TValue>)(object)StringComparer.Ordinal : Comparer<TValue>.Default;

    private readonly Func<T, TValue> getter = PropertyGetter.Of<T, TValue>(property);

    /// <inheritdoc/>
    public override IEnumerable<SortStep<T>> Steps(object? value) =>
        value is not string direction ? [] :
        [
            new SortStep<T>(
                (l, r) => Comparer.Compare(getter(l), getter(r)), item => getter(item) is null, item => Expression.Property(item, property), direction == "DESC"),
        ];
}
