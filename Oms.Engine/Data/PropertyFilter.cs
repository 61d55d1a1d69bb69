using System.Linq.Expressions;
using System.Reflection;

namespace Oms.Engine.Data;

/// <summary>Conditions on one property of objects.</summary>
/// <typeparam name="T">The objects' type.</typeparam>
/// <typeparam name="TValue">The property's type.</typeparam>
/// <param name="property">The property.</param>
/// <param name="filter">What its values are held to.</param>
internal sealed class PropertyFilter<T, TValue>(PropertyInfo property, Filter<TValue> filter) : MemberFilter<T>
{
    private readonly Func<T, TValue> getter = PropertyGetter.Of<T, TValue>(property);

    /// <inheritdoc/>
    public override Expression? Translate(Expression target, object? value)
    {
        if (value is not IReadOnlyDictionary<string, object?> conditions)
            return null;
        var member = Expression.Property(target, property);
        var holds = filter.Translate(member, conditions);
        return filter is ObjectFilter<TValue> && !typeof(TValue).IsValueType
            ? Expression.AndAlso(Expression.NotEqual(member, Expression.Constant(null, typeof(TValue))), holds)
            : holds;
    }

    /// <inheritdoc/>
    public override Func<T, bool>? Compile(object? value)
    {
        if (value is not IReadOnlyDictionary<string, object?> conditions)
            return null;
        var holds = filter.Compile(conditions);
        return filter is ObjectFilter<TValue>
            ? target => getter(target) is { } member && holds(member)
            : target => holds(getter(target));
    }
}
