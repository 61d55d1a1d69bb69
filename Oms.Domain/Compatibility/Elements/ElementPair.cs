using Oms.Domain.Ontology;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>One element in two versions of the ontology.</summary>
/// <param name="Before">As it was; null where it is new.</param>
/// <param name="After">As it is; null where it is gone.</param>
/// <param name="Old">All that was.</param>
/// <param name="New">All that is.</param>
internal sealed record ElementPair(Element? Before, Element? After, Snapshot Old, Snapshot New)
{
    /// <summary>The change taken back.</summary>
    internal ElementPair TakenBack => new(After, Before, New, Old);

    /// <summary>The element that there is, the older one first.</summary>
    internal Element Either => (Before ?? After)!;

    /// <summary>Both, where both are there and of this kind.</summary>
    internal bool Are<T>(out T before, out T after)
        where T : Element
    {
        before = (Before as T)!;
        after = (After as T)!;
        return Before is T && After is T;
    }

    /// <summary>The members that are in both, by identity.</summary>
    internal IEnumerable<(Member Before, Member After)> Members()
    {
        if (Before is null || After is null)
            yield break;
        var now = After.Members.ToDictionary(m => m.Id);
        foreach (var member in Before.Members)
            if (now.TryGetValue(member.Id, out var after))
                yield return (member, after);
    }

    /// <summary>The members that are in the first and not in the second.</summary>
    internal static IEnumerable<Member> Only(Element? first, Element? second)
    {
        if (first is null || second is null)
            return [];
        var others = second.Members.Select(m => m.Id).ToHashSet();
        return first.Members.Where(m => !others.Contains(m.Id));
    }

    internal string NameOf(ElementId id) => (Old.Find(id) ?? New.Find(id))?.Name ?? id.Value;
}
