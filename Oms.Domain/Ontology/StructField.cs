using System.Collections.Immutable;

namespace Oms.Domain.Ontology;

/// <summary>A field of a struct type; its type is never a struct (domain.md 1.11).</summary>
public sealed record StructField : Member
{
    /// <summary>The type of the values.</summary>
    public TypeRef? Type { get; init; }

    /// <summary>True when every value of the struct has it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The value where none is given.</summary>
    public JsonLiteral? DefaultValue { get; init; }

    /// <summary>Rules on the values.</summary>
    public ImmutableArray<Constraint> Constraints { get; init; } = [];
}
