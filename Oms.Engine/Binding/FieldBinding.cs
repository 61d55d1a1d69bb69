using Oms.Engine.Execution;
using Oms.Engine.Response;

namespace Oms.Engine.Binding;

/// <summary>How a field of an object type gets its value: exactly one of the three ways is set.</summary>
internal sealed class FieldBinding
{
    /// <summary>Reads the value at once; pure, so it may be called while the response is written.</summary>
    public Func<ResolverContext, object?>? Sync { get; init; }

    /// <summary>Resolves the value with awaiting.</summary>
    public Func<ResolverContext, ValueTask<object?>>? Async { get; init; }

    /// <summary>For a property whose value is written as it is: writes it without boxing.</summary>
    public LeafWriter? Leaf { get; init; }

    /// <summary>Opens the source stream of a subscription field.</summary>
    public Func<ResolverContext, ValueTask<IAsyncEnumerable<object?>>>? Subscribe { get; init; }

    /// <summary>The CLR type of each argument, by the argument's index in the field's definition; null where no parameter takes it.</summary>
    public Type?[] ArgumentTypes { get; init; } = [];

    /// <summary>Whether lists may hold tasks and exceptions, as those of the default resolver do.</summary>
    public bool IsUntyped { get; init; }

    /// <summary>Whether the value has to be awaited.</summary>
    public bool IsAsync => Async is not null;
}
