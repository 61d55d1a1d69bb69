using Oms.Engine.Execution;

namespace Oms.Engine.Data;

/// <summary>What the arguments <c>where</c> and <c>order</c> of a field mean for a CLR type.</summary>
/// <typeparam name="T">The type of what is listed.</typeparam>
/// <param name="filter">Reads <c>where</c>; null when the field has none.</param>
/// <param name="sort">Reads <c>order</c>; null when the field has none.</param>
/// <param name="options">What a filter may cost.</param>
internal sealed class TypedListQuery<T>(Filter<T>? filter, ObjectSort<T>? sort, FilterOptions options) : ListQuery
{
    /// <summary>What the client asks.</summary>
    /// <exception cref="Response.GraphQLException">The filter is beyond the bounds.</exception>
    public QueryContext<T> Read(ResolverContext context)
    {
        var arguments = context.Arguments;
        var conditions = filter is null ? null : arguments.GetValueOrDefault(InputTypeNames.Where) as IReadOnlyDictionary<string, object?>;
        if (conditions is not null)
            FilterSize.Check(conditions, options);
        var order = sort is null ? null : arguments.GetValueOrDefault(InputTypeNames.Order) as IEnumerable<object?>;
        return new QueryContext<T>(filter, conditions, order is null ? [] : [.. order.SelectMany(sort!.Steps)]);
    }

    /// <inheritdoc/>
    public override object? Apply(ResolverContext context, object? list) => list switch
    {
        IQueryable<T> queryable => queryable.With(Read(context)),
        IEnumerable<T> items => items.With(Read(context)),
        _ => list,
    };

    /// <inheritdoc/>
    public override async ValueTask<object?> ApplyAsync(ResolverContext context, object? list)
    {
        var applied = Apply(context, list);
        if (applied is not IAsyncEnumerable<T> stored)
            return applied;
        List<T> items = [];
        await foreach (var item in stored.WithCancellation(context.RequestAborted))
            items.Add(item);
        return items;
    }
}
