using System.Linq.Expressions;

namespace Oms.Engine.Data;

/// <summary>Conditions on lists: on all, none or some of their items, or on there being any. A list that is null is empty.</summary>
/// <typeparam name="TList">The lists' type.</typeparam>
/// <typeparam name="TItem">The items' type.</typeparam>
/// <param name="items">What an item is held to.</param>
internal sealed class ListFilter<TList, TItem>(Filter<TItem> items) : Filter<TList>
    where TList : IEnumerable<TItem>
{
    /// <inheritdoc/>
    protected override Expression? TranslatePart(Expression target, string name, object? value) => value switch
    {
        bool any => any ? Any(target) : Expression.Not(Any(target)),
        IReadOnlyDictionary<string, object?> conditions => name switch
        {
            "some" => Some(target, item => items.Translate(item, conditions)),
            "none" => Expression.Not(Some(target, item => items.Translate(item, conditions))),
            _ => Expression.Not(Some(target, item => Expression.Not(items.Translate(item, conditions)))),
        },
        _ => null,
    };

    /// <inheritdoc/>
    protected override Func<TList, bool>? CompilePart(string name, object? value)
    {
        if (value is bool any)
            return list => list is not null && list.Any() == any || (list is null && !any);
        if (value is not IReadOnlyDictionary<string, object?> conditions)
            return null;
        var holds = items.Compile(conditions);
        return name switch
        {
            "some" => list => list is not null && list.Any(holds),
            "none" => list => list is null || !list.Any(holds),
            _ => list => list is null || list.All(holds),
        };
    }

    private static MethodCallExpression Any(Expression target) => Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [typeof(TItem)], target);

    private static MethodCallExpression Some(Expression target, Func<Expression, Expression> condition)
    {
        var item = Expression.Parameter(typeof(TItem), "item");
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [typeof(TItem)], target, Expression.Lambda<Func<TItem, bool>>(condition(item), item));
    }
}
