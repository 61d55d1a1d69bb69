using Oms.Engine.Data;
using Oms.Engine.Execution;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Binding;

/// <summary>How a field of an object type gets its value: exactly one of the three ways is set.</summary>
internal sealed record FieldBinding
{
    private readonly bool? isFetched;

    /// <summary>Reads the value at once; pure, so it may be called while the response is written.</summary>
    public Func<ResolverContext, object?>? Sync { get; init; }

    /// <summary>Resolves the value with awaiting.</summary>
    public Func<ResolverContext, ValueTask<object?>>? Async { get; init; }

    /// <summary>For a property whose value is written as it is: writes it without boxing.</summary>
    public Lazy<LeafWriter>? Leaf { get; init; }

    /// <summary>Opens the source stream of a subscription field.</summary>
    public Func<ResolverContext, ValueTask<IAsyncEnumerable<object?>>>? Subscribe { get; init; }

    /// <summary>The CLR type of each argument, by the argument's index in the field's definition; null where no parameter takes it.</summary>
    public Type?[] ArgumentTypes { get; init; } = [];

    /// <summary>
    /// Of a field that does not show all of its arguments: for each argument that the resolver knows the index of the shown one, or -1. Null when
    /// all are shown.
    /// </summary>
    public int[]? ShownArguments { get; init; }

    /// <summary>Whether lists may hold tasks and exceptions, as those of the default resolver do.</summary>
    public bool IsUntyped { get; init; }

    /// <summary>Whether the value has to be awaited.</summary>
    public bool IsAsync => Async is not null;

    /// <summary>Whether the resolver itself fetches what has to be awaited, which is what a field weighs by; middleware alone does not make it dear.</summary>
    public bool IsFetched
    {
        get => isFetched ?? IsAsync;
        init => isFetched = value;
    }

    /// <summary>This binding with middleware around its resolver.</summary>
    /// <param name="pipeline">The middleware, which calls the resolver.</param>
    /// <returns>The binding.</returns>
    public FieldBinding Through(Func<ResolverContext, ValueTask<object?>> pipeline) =>
        this with { Sync = null, Async = pipeline, Leaf = null, IsFetched = IsFetched };

    /// <summary>This binding with its list filtered, ordered and cut.</summary>
    /// <param name="query">What clients may ask of the list.</param>
    /// <param name="isStored">Whether a store lists it, which has to be awaited.</param>
    /// <returns>The binding.</returns>
    public FieldBinding With(ListQuery query, bool isStored)
    {
        var (sync, async) = (Sync, Async);
        return this with
        {
            Leaf = null,
            Sync = sync is null || isStored ? null : context => query.Apply(context, sync(context)),
            Async = async is not null ? async context => await query.ApplyAsync(context, await async(context))
                : isStored ? context => query.ApplyAsync(context, sync!(context)) : null,
        };
    }

    /// <summary>This binding with its value made another.</summary>
    /// <param name="make">Makes the value.</param>
    /// <returns>The binding.</returns>
    public FieldBinding Then(Func<object?, object?> make)
    {
        var (sync, async) = (Sync, Async);
        return this with
        {
            Leaf = null,
            Sync = sync is null ? null : context => make(sync(context)),
            Async = async is null ? null : async context => make(await async(context)),
        };
    }

    /// <summary>This binding where a request is checked before it is resolved.</summary>
    /// <param name="check">Throws what is wrong with the request.</param>
    /// <returns>The binding.</returns>
    public FieldBinding Checked(Action<ResolverContext> check)
    {
        var (sync, async) = (Sync, Async);
        return this with
        {
            Leaf = null,
            Sync = sync is null ? null : context =>
            {
                check(context);
                return sync(context);
            },
            Async = async is null ? null : context =>
            {
                check(context);
                return async(context);
            },
        };
    }

    /// <summary>This binding where some of the arguments are not shown, which then are absent.</summary>
    /// <param name="field">The field as it is shown.</param>
    /// <param name="whole">The field the resolver was bound to.</param>
    /// <returns>The binding.</returns>
    public FieldBinding For(FieldDefinition field, FieldDefinition whole) => field.Arguments.Count == whole.Arguments.Count ? this : this with
    {
        ShownArguments = [.. whole.Arguments.Select(a => field.Arguments.TryGetValue(a.Name, out var shown) ? shown.Index : -1)],
    };
}
