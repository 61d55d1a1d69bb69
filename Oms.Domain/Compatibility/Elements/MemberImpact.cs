using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>Whom a change of one member can reach (domain.md 4.3): who relies on it within the ontology, and what breaks for consumers.</summary>
public static class MemberImpact
{
    /// <summary>Finds who relies on it, by kind of use, then by kind and name of the element. Cost follows what is found, and how far it is inherited.</summary>
    /// <param name="snapshot">The version.</param>
    /// <param name="element">The element that the member is of.</param>
    /// <param name="member">The member.</param>
    public static ImmutableArray<MemberUse> Of(Snapshot snapshot, Element element, Member member)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var uses = new MemberUses(snapshot, member);
        uses.Find(element);
        return [.. uses.Found.OrderBy(u => u.Kind).ThenBy(u => u.Element.Kind).ThenBy(u => u.Element.Name, StringComparer.Ordinal).ThenBy(u => u.Member?.Id)];
    }

    /// <summary>As the other, by identity; nobody relies on what is not there.</summary>
    /// <param name="snapshot">The version.</param>
    /// <param name="element">The id of the element that the member is of.</param>
    /// <param name="member">The id of the member.</param>
    public static ImmutableArray<MemberUse> Of(Snapshot snapshot, ElementId element, MemberId member)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Find(element) is { } owner && MemberOf(owner, member) is { } found ? Of(snapshot, owner, found) : [];
    }

    /// <summary>Whether the member is another in one version than in the other, or is in one of them only.</summary>
    /// <param name="one">The one version.</param>
    /// <param name="other">The other version.</param>
    /// <param name="element">The id of the element that the member is of.</param>
    /// <param name="member">The id of the member.</param>
    public static bool Differs(Snapshot one, Snapshot other, ElementId element, MemberId member)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.HashOf(element) != other.HashOf(element)
            && !ModelValues.Same(MemberOf(one.Find(element), member), MemberOf(other.Find(element), member));
    }

    /// <summary>
    /// The version after a change of the member that nobody has made, to be judged. It may be one that the ontology refuses as long as somebody relies
    /// on the member. An end of a link can not be taken away by itself: the link goes with it.
    /// </summary>
    /// <param name="snapshot">The version.</param>
    /// <param name="element">The element that the member is of.</param>
    /// <param name="member">The member.</param>
    /// <param name="change">The change.</param>
    public static Snapshot After(Snapshot snapshot, Element element, Member member, MemberChange change)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(element);
        ArgumentNullException.ThrowIfNull(member);
        var changed = change switch
        {
            MemberChange.Rename => MemberLists.Replace(element, member with { Name = FreeName(element, member) }),
            _ when member is LinkEnd => null,
            _ => MemberLists.Edit(element, new MemberRemoval(member.Id)),
        };
        return snapshot.With([new SnapshotWrite(element.Id, changed, changed is null ? default : ObjectHash.Of(ElementJson.Write(changed)))]);
    }

    private static Member? MemberOf(Element? element, MemberId member) => element?.Members.FirstOrDefault(m => m.Id == member);

    private static string FreeName(Element element, Member member)
    {
        var name = member.Name + "Renamed";
        while (element.Members.Any(m => m.Name == name))
            name += "Again";
        return name;
    }
}
