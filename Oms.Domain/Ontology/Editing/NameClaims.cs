using System.Collections.Immutable;
using Oms.Domain.Refusals;

namespace Oms.Domain.Ontology.Editing;

/// <summary>Finds elements by name, those made and renamed in the commit under way before those that were there.</summary>
internal sealed class NameClaims(Snapshot before)
{
    private readonly Dictionary<(ElementKind Kind, string Name), ElementId> claimed = [];

    /// <summary>True for a reference that is a name: an id holds a hyphen, a name cannot.</summary>
    internal static bool IsName(string reference) => !reference.Contains('-');

    internal void Claim(ElementKind kind, string name, ElementId id) => claimed[(kind, name)] = id;

    /// <summary>The id that a reference means; null, and a violation, when it is a name that means nothing or too much.</summary>
    internal ElementId? Resolve(ElementId reference, ImmutableArray<ElementKind> kinds, Trail trail, Violations violations)
    {
        if (!IsName(reference.Value))
            return reference;
        var found = kinds.Select(kind => Find(kind, reference.Value)).OfType<ElementId>().Distinct().ToImmutableArray();
        if (found.Length == 1)
            return found[0];
        violations.Add(trail, found.IsEmpty ? Unknown(reference, kinds) : Ambiguous(reference, found));
        return null;
    }

    /// <summary>The refusal of a reference to what is not there.</summary>
    internal static UnknownReference Unknown(ElementId reference, ImmutableArray<ElementKind> kinds)
    {
        var expected = string.Join(" or ", kinds.Select(Words.Of));
        return new UnknownReference(
            reference.Value, expected, $"There is no {expected} '{reference}' in this version, nor is one made in this commit.");
    }

    private static AmbiguousReference Ambiguous(ElementId reference, ImmutableArray<ElementId> found) =>
        new(reference.Value, found, $"Several elements are named '{reference}': {string.Join(", ", found)}. Refer to one by its id.");

    private ElementId? Find(ElementKind kind, string name) =>
        claimed.TryGetValue((kind, name), out var id) ? id : before.FindByName(kind, name)?.Id;
}
