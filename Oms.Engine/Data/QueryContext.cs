using System.Linq.Expressions;

namespace Oms.Engine.Data;

/// <summary>
/// What a client asks of a list by the arguments <c>where</c> and <c>order</c>: a resolver takes it as a parameter and hands it to the list with
/// <c>With</c>. The generated arguments of <c>@useFiltering</c> and <c>@useSorting</c> are read, and handwritten ones of the same shape.
/// </summary>
/// <typeparam name="T">The type of what is listed, whose properties the input fields are bound to by name.</typeparam>
public sealed class QueryContext<T>
{
    private readonly Filter<T>? filter;
    private readonly IReadOnlyDictionary<string, object?>? conditions;

    internal QueryContext(Filter<T>? filter, IReadOnlyDictionary<string, object?>? conditions, SortStep<T>[] steps)
    {
        (this.filter, this.conditions) = (filter, conditions);
        Steps = steps;
    }

    /// <summary>The conditions, for a store to translate; null when there are none.</summary>
    public Expression<Func<T, bool>>? Predicate
    {
        get
        {
            if (filter is null || conditions is null)
                return null;
            var item = Expression.Parameter(typeof(T), "item");
            return Expression.Lambda<Func<T, bool>>(filter.Translate(item, conditions), item);
        }
    }

    /// <summary>Whether the client asked for an order.</summary>
    public bool IsOrdered => Steps.Length > 0;

    internal SortStep<T>[] Steps { get; }

    /// <summary>The conditions, for what is in memory; null when there are none.</summary>
    /// <returns>True for what is listed.</returns>
    public Func<T, bool>? Matches() => conditions is null ? null : filter?.Compile(conditions);
}
