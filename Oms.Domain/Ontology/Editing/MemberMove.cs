using System.Collections.Immutable;

namespace Oms.Domain.Ontology.Editing;

/// <summary>Puts a member at another place.</summary>
internal sealed record MemberMove(MemberId Id, int Position) : IMemberListEdit
{
    public ImmutableArray<T> Apply<T>(ImmutableArray<T> list) where T : Member
    {
        var member = list.FirstOrDefault(m => m.Id == Id);
        if (member is null)
            return list;
        var rest = list.Remove(member);
        return rest.Insert(Math.Clamp(Position, 0, rest.Length), member);
    }
}
