using System.Collections.Immutable;

namespace Oms.Domain.Ontology.Editing;

/// <summary>Puts a member in the place of the one with its id.</summary>
internal sealed record MemberReplacement(Member Member) : IMemberListEdit
{
    public ImmutableArray<T> Apply<T>(ImmutableArray<T> list) where T : Member
    {
        for (var i = 0; i < list.Length; i++)
            if (list[i].Id == Member.Id && Member is T mine)
                return list.SetItem(i, mine);
        return list;
    }
}
