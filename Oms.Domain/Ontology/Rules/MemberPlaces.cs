using System.Collections.Immutable;

namespace Oms.Domain.Ontology.Rules;

/// <summary>The members of elements with their places; one list serves every element in turn.</summary>
internal sealed class MemberPlaces
{
    private readonly List<MemberPlace> places = [];

    /// <summary>The members of an element, whatever list they stand in.</summary>
    /// <param name="element">The element.</param>
    /// <param name="before">What it was before; null where everything is to be looked at anew.</param>
    /// <returns>The members in their order, until the next call.</returns>
    internal List<MemberPlace> Of(Element element, Element? before = null)
    {
        places.Clear();
        switch (element)
        {
            case ObjectType type:
                Add(type.Properties, (before as ObjectType)?.Properties, "properties");
                break;
            case LinkType link:
                var was = before as LinkType;
                places.Add(new MemberPlace(link.From, "from", -1, ReferenceEquals(link.From, was?.From)));
                places.Add(new MemberPlace(link.To, "to", -1, ReferenceEquals(link.To, was?.To)));
                Add(link.Properties, was?.Properties, "properties");
                break;
            case Interface contract:
                Add(contract.Properties, (before as Interface)?.Properties, "properties");
                Add(contract.RequiredLinks, (before as Interface)?.RequiredLinks, "requiredLinks");
                break;
            case StructType structure:
                Add(structure.Fields, (before as StructType)?.Fields, "fields");
                break;
            case ActionType action:
                Add(action.Parameters, (before as ActionType)?.Parameters, "parameters");
                break;
            case FunctionType function:
                Add(function.Parameters, (before as FunctionType)?.Parameters, "parameters");
                break;
        }

        return places;
    }

    private void Add<T>(ImmutableArray<T> members, ImmutableArray<T>? before, string list) where T : Member
    {
        var known = before ?? [];
        var next = 0;
        for (var i = 0; i < members.Length; i++)
            places.Add(new MemberPlace(members[i], list, i, IsNext(members[i], known, ref next)));
    }

    // Most members stand behind the one that they stood behind before. Each is known once: one that stands here twice is looked at.
    private static bool IsNext<T>(T member, ImmutableArray<T> known, ref int next) where T : Member
    {
        if (next < known.Length && (ReferenceEquals(known[next], member) || known[next].Id == member.Id))
            return ReferenceEquals(known[next++], member);
        for (var i = next; i < known.Length; i++)
            if (ReferenceEquals(known[i], member))
            {
                next = i + 1;
                return true;
            }

        return false;
    }
}
