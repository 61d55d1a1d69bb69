using System.Linq.Expressions;

namespace Oms.Engine.Data;

/// <summary>Gives a list what a client asked of it.</summary>
public static class QueryContextExtensions
{
    /// <summary>Has a store filter and order.</summary>
    /// <typeparam name="T">The type of what is listed.</typeparam>
    /// <param name="source">What a store lists.</param>
    /// <param name="query">What the client asks.</param>
    /// <returns>The list it asks for; still to be read.</returns>
    public static IQueryable<T> With<T>(this IQueryable<T> source, QueryContext<T> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Predicate is { } predicate)
            source = source.Where(predicate);
        for (var i = 0; i < query.Steps.Length; i++)
            source = Order(source, query.Steps[i], i == 0);
        return source;
    }

    /// <summary>Filters and orders in memory. What the order does not tell apart stays as it was.</summary>
    /// <typeparam name="T">The type of what is listed.</typeparam>
    /// <param name="source">What is listed.</param>
    /// <param name="query">What the client asks.</param>
    /// <returns>The list it asks for.</returns>
    public static IEnumerable<T> With<T>(this IEnumerable<T> source, QueryContext<T> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Matches() is { } matches)
            source = source.Where(matches);
        return query.IsOrdered ? source.Order(Comparer<T>.Create((left, right) => Compare(query.Steps, left, right))) : source;
    }

    private static IQueryable<T> Order<T>(IQueryable<T> source, SortStep<T> step, bool isFirst)
    {
        var item = Expression.Parameter(typeof(T), "item");
        var key = step.Key(item);
        var method = (isFirst, step.IsDescending) switch
        {
            (true, false) => nameof(Queryable.OrderBy),
            (true, true) => nameof(Queryable.OrderByDescending),
            (false, false) => nameof(Queryable.ThenBy),
            (false, true) => nameof(Queryable.ThenByDescending),
        };
        return source.Provider.CreateQuery<T>(Expression.Call(typeof(Queryable), method, [typeof(T), key.Type], source.Expression, Expression.Quote(Expression.Lambda(key, item))));
    }

    private static int Compare<T>(SortStep<T>[] steps, T left, T right)
    {
        foreach (var step in steps)
            if (Compare(step, left, right) is not 0 and var result)
                return step.IsDescending ? -result : result;
        return 0;
    }

    private static int Compare<T>(SortStep<T> step, T left, T right) => (step.IsNull(left), step.IsNull(right)) switch
    {
        (false, false) => step.Compare(left, right),
        (var isLeftNull, var isRightNull) => isRightNull.CompareTo(isLeftNull),
    };
}
