using System.Collections.Immutable;

namespace Oms.Domain.Import.GraphQl;

/// <summary>A named type. Which lists can have something in them follows from <see cref="Kind"/>.</summary>
public sealed record GraphQlType
{
    /// <summary>What kind of type it is.</summary>
    public required GraphQlTypeKind Kind { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its description; null where there is none, which an empty one is not.</summary>
    public string? Description { get; init; }

    /// <summary>The line it starts at, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The directives applied to it.</summary>
    public ImmutableArray<GraphQlDirectiveUse> Directives { get; init; } = [];

    /// <summary>The names of the interfaces it implements.</summary>
    public ImmutableArray<string> Interfaces { get; init; } = [];

    /// <summary>The fields of an object type or interface.</summary>
    public ImmutableArray<GraphQlField> Fields { get; init; } = [];

    /// <summary>The fields of an input object.</summary>
    public ImmutableArray<GraphQlInputValue> InputFields { get; init; } = [];

    /// <summary>The values of an enum.</summary>
    public ImmutableArray<GraphQlEnumValue> Values { get; init; } = [];

    /// <summary>The names of the members of a union.</summary>
    public ImmutableArray<string> Members { get; init; } = [];
}
