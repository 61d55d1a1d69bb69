using System.Collections.Immutable;

namespace Oms.Domain.Ontology.Editing;

/// <summary>Takes a member out.</summary>
internal sealed record MemberRemoval(MemberId Id) : IMemberListEdit
{
    public ImmutableArray<T> Apply<T>(ImmutableArray<T> list) where T : Member => list.RemoveAll(m => m.Id == Id);
}
