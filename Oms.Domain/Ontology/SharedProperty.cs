using System.Collections.Immutable;

namespace Oms.Domain.Ontology;

/// <summary>One property definition that many properties refer to; an edit here is seen by all of them (domain.md 1.8).</summary>
public sealed record SharedProperty : Element
{
    /// <inheritdoc/>
    public override ElementKind Kind => ElementKind.SharedProperty;

    /// <summary>The type of the values.</summary>
    public TypeRef? Type { get; init; }

    /// <summary>True when every object must have a value.</summary>
    public bool IsRequired { get; init; }

    /// <summary>True when the index holds it.</summary>
    public bool IsIndexed { get; init; }

    /// <summary>True when no two objects share a value.</summary>
    public bool IsUnique { get; init; }

    /// <summary>True when full-text search finds it.</summary>
    public bool IsSearchable { get; init; }

    /// <summary>The value of an object that has none of its own.</summary>
    public JsonLiteral? DefaultValue { get; init; }

    /// <summary>Rules on the values.</summary>
    public ImmutableArray<Constraint> Constraints { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<Member> Members => [];
}
