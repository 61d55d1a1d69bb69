using Oms.Domain.Ontology;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>One kind of slots, with the verdicts of the rules that all kinds have.</summary>
internal sealed record SlotKind
{
    /// <summary>What the ids of its rules begin with.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Noun { get; init; }

    /// <summary>The verdicts by the end of the rule's id.</summary>
    public required IReadOnlyDictionary<string, string> Verdicts { get; init; }

    /// <summary>The slots of an element; none for other kinds of elements.</summary>
    public required Func<Element, Snapshot, IEnumerable<Slot>> Of { get; init; }

    /// <summary>The slots that an element has of others since it inherits from them; none where nothing is inherited.</summary>
    public Func<ElementPair, IEnumerable<Slot>> NewlyInherited { get; init; } = _ => [];

    /// <summary>The kinds of elements that have some.</summary>
    public required ElementKind[] Kinds { get; init; }
}
