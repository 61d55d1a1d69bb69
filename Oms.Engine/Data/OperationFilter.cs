using System.Collections;
using System.Linq.Expressions;
using Oms.Engine.Binding;

namespace Oms.Engine.Data;

/// <summary>
/// Conditions on scalars and enums. Texts are compared by code units. What is null is equal to null only; it is neither greater nor
/// less than anything and contains nothing, so every operation that says "not" holds for it.
/// </summary>
/// <typeparam name="T">The values' type.</typeparam>
/// <param name="mayBeNull">Whether a null that is compared with means null. It does not narrow where values never are.</param>
internal sealed class OperationFilter<T>(bool mayBeNull) : Filter<T>
{
    private static readonly bool HasNull = !typeof(T).IsValueType || Nullable.GetUnderlyingType(typeof(T)) is not null;

    /// <inheritdoc/>
    protected override Expression? TranslatePart(Expression target, string name, object? value) => name switch
    {
        "eq" => Narrows(value) ? Expression.Equal(target, Parameter(Read(value))) : null,
        "neq" => Narrows(value) ? Expression.NotEqual(target, Parameter(Read(value))) : null,
        "in" => value is IEnumerable values ? Contained(target, values) : null,
        "nin" => value is IEnumerable values ? Expression.Not(Contained(target, values)) : null,
        _ when value is null => null,
        "contains" => Text(target, nameof(string.Contains), value),
        "startsWith" => Text(target, nameof(string.StartsWith), value),
        "endsWith" => Text(target, nameof(string.EndsWith), value),
        "ncontains" => Negated(target, Text(target, nameof(string.Contains), value)),
        "nstartsWith" => Negated(target, Text(target, nameof(string.StartsWith), value)),
        "nendsWith" => Negated(target, Text(target, nameof(string.EndsWith), value)),
        "gt" => Expression.GreaterThan(target, Parameter(Read(value))),
        "gte" => Expression.GreaterThanOrEqual(target, Parameter(Read(value))),
        "lt" => Expression.LessThan(target, Parameter(Read(value))),
        "lte" => Expression.LessThanOrEqual(target, Parameter(Read(value))),
        "ngt" => OrNull(target, Expression.LessThanOrEqual(target, Parameter(Read(value)))),
        "ngte" => OrNull(target, Expression.LessThan(target, Parameter(Read(value)))),
        "nlt" => OrNull(target, Expression.GreaterThanOrEqual(target, Parameter(Read(value)))),
        "nlte" => OrNull(target, Expression.GreaterThan(target, Parameter(Read(value)))),
        _ => throw new InvalidOperationException($"There is no operation {name}."),
    };

    /// <inheritdoc/>
    protected override Func<T, bool>? CompilePart(string name, object? value) => name switch
    {
        "eq" => Narrows(value) ? Equal(Read(value)) : null,
        "neq" => Narrows(value) ? Not(Equal(Read(value))) : null,
        "in" => value is IEnumerable values ? Contained(values) : null,
        "nin" => value is IEnumerable values ? Not(Contained(values)) : null,
        _ when value is null => null,
        "contains" or "ncontains" or "startsWith" or "nstartsWith" or "endsWith" or "nendsWith" => (Func<T, bool>)(object)Text(name, (string)value),
        "gt" => Compared(value, result => result > 0),
        "gte" => Compared(value, result => result >= 0),
        "lt" => Compared(value, result => result < 0),
        "lte" => Compared(value, result => result <= 0),
        "ngt" => Not(Compared(value, result => result > 0)),
        "ngte" => Not(Compared(value, result => result >= 0)),
        "nlt" => Not(Compared(value, result => result < 0)),
        "nlte" => Not(Compared(value, result => result <= 0)),
        _ => throw new InvalidOperationException($"There is no operation {name}."),
    };

    private bool Narrows(object? value) => value is not null || (mayBeNull && HasNull);

    private static T? Read(object? value) => (T?)InputValues.Convert(value, typeof(T));

    private List<T?> ReadAll(IEnumerable values) => [.. values.Cast<object?>().Where(Narrows).Select(Read)];

    // A member of a captured object is a parameter of the store's query, so that queries are compiled once for all values.
    private static MemberExpression Parameter<TValue>(TValue value) =>
        Expression.Property(Expression.Constant(new Captured<TValue>(value)), nameof(Captured<>.Value));

    private MethodCallExpression Contained(Expression target, IEnumerable values) =>
        Expression.Call(Parameter(ReadAll(values)), nameof(List<>.Contains), null, target);

    private static BinaryExpression Text(Expression target, string method, object value) =>
        Expression.AndAlso(IsNotNull(target), Expression.Call(target, typeof(string).GetMethod(method, [typeof(string)])!, Parameter((string)value)));

    private static BinaryExpression Negated(Expression target, BinaryExpression text) => Expression.OrElse(IsNull(target), Expression.Not(text.Right));

    private static Expression OrNull(Expression target, Expression compared) => HasNull ? Expression.OrElse(IsNull(target), compared) : compared;

    private static BinaryExpression IsNull(Expression target) => Expression.Equal(target, Expression.Constant(null, typeof(T)));

    private static BinaryExpression IsNotNull(Expression target) => Expression.NotEqual(target, Expression.Constant(null, typeof(T)));

    private static Func<T, bool> Equal(T? other) => value => EqualityComparer<T>.Default.Equals(value, other);

    private static Func<T, bool> Not(Func<T, bool> condition) => value => !condition(value);

    private Func<T, bool> Contained(IEnumerable values)
    {
        var set = ReadAll(values).ToHashSet();
        return set.Contains;
    }

    private static Func<T, bool> Compared(object value, Func<int, bool> holds)
    {
        var other = Read(value);
        return target => target is not null && holds(Comparer<T>.Default.Compare(target, other));
    }

    private static Func<string?, bool> Text(string name, string part) => name switch
    {
        "contains" => value => value is not null && value.Contains(part, StringComparison.Ordinal),
        "ncontains" => value => value is null || !value.Contains(part, StringComparison.Ordinal),
        "startsWith" => value => value is not null && value.StartsWith(part, StringComparison.Ordinal),
        "nstartsWith" => value => value is null || !value.StartsWith(part, StringComparison.Ordinal),
        "endsWith" => value => value is not null && value.EndsWith(part, StringComparison.Ordinal),
        _ => value => value is null || !value.EndsWith(part, StringComparison.Ordinal),
    };
}
