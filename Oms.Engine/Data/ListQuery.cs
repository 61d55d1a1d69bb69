using Oms.Engine.Execution;

namespace Oms.Engine.Data;

/// <summary>What the arguments of a field that lists mean for a CLR type: conditions, an order, a page.</summary>
internal abstract class ListQuery
{
    /// <summary>What is asked of the list that a resolver returned, if it is one of the type.</summary>
    public abstract object? Apply(ResolverContext context, object? list);

    /// <summary>As <see cref="Apply"/>, and reads what a store lists.</summary>
    public abstract ValueTask<object?> ApplyAsync(ResolverContext context, object? list);
}
