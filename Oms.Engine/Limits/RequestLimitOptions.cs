namespace Oms.Engine.Limits;

/// <summary>
/// What a valid document may not exceed. Every operation of the document is held to them, whichever is to run, because a document is
/// validated once and then kept. Fragments count wherever they are spread, so a limit cannot be passed by moving selections into one.
/// <see cref="int.MaxValue"/> switches a limit off.
/// </summary>
public sealed record RequestLimitOptions
{
    /// <summary>The defaults.</summary>
    public static RequestLimitOptions Default { get; } = new();

    /// <summary>No limits.</summary>
    public static RequestLimitOptions None { get; } = new()
    {
        MaxExecutionDepth = int.MaxValue,
        MaxAllowedFieldCycleDepth = int.MaxValue,
        MaxAllowedOfTypeDepth = int.MaxValue,
        MaxAllowedListRecursiveDepth = int.MaxValue,
        MaxAllowedAliases = int.MaxValue,
        MaxAllowedSelectedFields = int.MaxValue,
        MaxAllowedRootFields = int.MaxValue,
        MaxAllowedDirectives = int.MaxValue,
    };

    /// <summary>How many fields may be nested, the root field being the first; 64 by default. Hot Chocolate has it only when it is added.</summary>
    public int MaxExecutionDepth { get; init; } = 64;

    /// <summary>How often the same field of the same type may stand on one way down; 3 by default. Introspection has limits of its own.</summary>
    public int MaxAllowedFieldCycleDepth { get; init; } = 3;

    /// <summary>How many <c>ofType</c> of introspection may be nested; 16 by default.</summary>
    public int MaxAllowedOfTypeDepth { get; init; } = 16;

    /// <summary>
    /// How many of each of <c>fields</c>, <c>inputFields</c>, <c>interfaces</c> and <c>possibleTypes</c> of introspection may be nested;
    /// 1 by default.
    /// </summary>
    public int MaxAllowedListRecursiveDepth { get; init; } = 1;

    /// <summary>How many fields of an operation may have an alias; 200 by default.</summary>
    public int MaxAllowedAliases { get; init; } = 200;

    /// <summary>How many fields an operation may select with its fragments spread out; 20,000 by default. It bounds the compiled plan.</summary>
    public int MaxAllowedSelectedFields { get; init; } = 20_000;

    /// <summary>How many fields of the root type an operation may select; 50 by default.</summary>
    public int MaxAllowedRootFields { get; init; } = 50;

    /// <summary>How many directives may stand at one place; 10 by default.</summary>
    public int MaxAllowedDirectives { get; init; } = 10;
}
