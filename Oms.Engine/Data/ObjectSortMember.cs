using System.Linq.Expressions;
using System.Reflection;

namespace Oms.Engine.Data;

/// <summary>A property by whose members objects are ordered.</summary>
/// <typeparam name="T">The objects' type.</typeparam>
/// <typeparam name="TValue">The property's type.</typeparam>
/// <param name="property">The property.</param>
/// <param name="sort">The order of its values.</param>
internal sealed class ObjectSortMember<T, TValue>(PropertyInfo property, ObjectSort<TValue> sort) : SortMember<T>
    where TValue : class
{
    private readonly Func<T, TValue?> getter = PropertyGetter.Of<T, TValue?>(property);

    /// <inheritdoc/>
    public override IEnumerable<SortStep<T>> Steps(object? value) => sort.Steps(value).Select(s => new SortStep<T>(
        (l, r) => s.Compare(getter(l)!, getter(r)!),
        item => getter(item) is not { } owner || s.IsNull(owner),
        item => Nullable(s.Key(Expression.Property(item, property))),
        s.IsDescending));

    // A store has null where the object is missing, whatever the type of its member.
    private static Expression Nullable(Expression key) =>
        key.Type.IsValueType && System.Nullable.GetUnderlyingType(key.Type) is null ? Expression.Convert(key, typeof(Nullable<>).MakeGenericType(key.Type)) : key;
}
