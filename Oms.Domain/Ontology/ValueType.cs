using System.Collections.Immutable;

namespace Oms.Domain.Ontology;

/// <summary>Constraints over a data type, under a name (domain.md 1.10). Its version rises with each change of base or constraints.</summary>
public sealed record ValueType : Element
{
    /// <inheritdoc/>
    public override ElementKind Kind => ElementKind.ValueType;

    /// <summary>What the value is about.</summary>
    public ValueCategory Category { get; init; }

    /// <summary>The data type it narrows.</summary>
    public TypeRef? BaseType { get; init; }

    /// <summary>The rules, all of which a value must keep.</summary>
    public ImmutableArray<Constraint> Constraints { get; init; } = [];

    /// <summary>1 for the first, one more for each change of base type or constraints; set by the registry, never by a client.</summary>
    public int Version { get; init; } = 1;

    /// <summary>How to show a value, with <c>{value}</c> in it.</summary>
    public string? DisplayFormat { get; init; }

    /// <summary>A mask for typing a value.</summary>
    public string? InputMask { get; init; }

    /// <summary>Values to show how; each must keep the rules.</summary>
    public ImmutableArray<JsonLiteral> Examples { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<Member> Members => [];
}
