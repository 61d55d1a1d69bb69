using System.Collections.Immutable;

namespace Oms.Domain.Ontology;

/// <summary>A contract that object types implement: properties and links they must have (domain.md 1.7).</summary>
public sealed record Interface : Element
{
    /// <inheritdoc/>
    public override ElementKind Kind => ElementKind.Interface;

    /// <summary>The interfaces it extends, each once; never in a circle.</summary>
    public ImmutableArray<ElementId> Extends { get; init; } = [];

    /// <summary>Properties that implementers must have, by name and type.</summary>
    public ImmutableArray<Property> Properties { get; init; } = [];

    /// <summary>Links that implementers must have.</summary>
    public ImmutableArray<RequiredLink> RequiredLinks { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<Member> Members => Properties.Concat<Member>(RequiredLinks);
}
