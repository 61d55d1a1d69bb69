using Oms.Engine.Execution;

namespace Oms.Engine.Data;

/// <summary>What the arguments <c>where</c> and <c>order</c> of a field mean for a CLR type.</summary>
internal abstract class ListQuery
{
    /// <summary>Filters and orders what a resolver returned, if it is a list of the type.</summary>
    public abstract object? Apply(ResolverContext context, object? list);

    /// <summary>As <see cref="Apply"/>, and reads what a store lists.</summary>
    public abstract ValueTask<object?> ApplyAsync(ResolverContext context, object? list);
}
