using System.Collections.Immutable;

namespace Oms.Domain.Ontology;

/// <summary>A parameter of an action or function type.</summary>
public sealed record Parameter : Member
{
    /// <summary>The type of the values.</summary>
    public TypeRef? Type { get; init; }

    /// <summary>Which way the value goes; an action's parameters go in.</summary>
    public ParameterDirection Direction { get; init; }

    /// <summary>True when a caller must give it.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>The value where none is given.</summary>
    public JsonLiteral? DefaultValue { get; init; }

    /// <summary>Rules on the values.</summary>
    public ImmutableArray<Constraint> Constraints { get; init; } = [];
}
