using System.Collections.Immutable;

namespace Oms.Domain.Ontology;

/// <summary>A relation between two object types (domain.md 1.6). The <see cref="Member.Name"/> of an end is the field that leads across from there.</summary>
public sealed record LinkType : Element
{
    /// <inheritdoc/>
    public override ElementKind Kind => ElementKind.LinkType;

    /// <summary>Where the link starts.</summary>
    public LinkEnd From { get; init; } = new();

    /// <summary>Where the link ends.</summary>
    public LinkEnd To { get; init; } = new();

    /// <summary>How many it joins.</summary>
    public Cardinality Cardinality { get; init; } = Cardinality.ManyToMany;

    /// <summary>Whether it can be followed back.</summary>
    public Directionality Directionality { get; init; }

    /// <summary>True when a link from a to b and from b to c means one from a to c.</summary>
    public bool IsTransitive { get; init; }

    /// <summary>True when a link from a to b means one from b to a; asks for a bidirectional link.</summary>
    public bool IsSymmetric { get; init; }

    /// <summary>True when deleting the from object deletes the to object.</summary>
    public bool CascadeDelete { get; init; }

    /// <summary>How many links a cascade follows: 1 to 5; null where <see cref="CascadeDelete"/> is off.</summary>
    public int? CascadeDepth { get; init; }

    /// <summary>How far a traversal may follow it: 1 or more; 0 without limit.</summary>
    public int TraversalDepth { get; init; } = 1;

    /// <summary>Whether permissions flow along it.</summary>
    public PermissionInheritance PermissionInheritance { get; init; }

    /// <summary>Whether state changes flow along it.</summary>
    public StatePropagation StatePropagation { get; init; }

    /// <summary>Properties of the link itself, in their order.</summary>
    public ImmutableArray<Property> Properties { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<Member> Members => Properties.Prepend<Member>(To).Prepend(From);
}
