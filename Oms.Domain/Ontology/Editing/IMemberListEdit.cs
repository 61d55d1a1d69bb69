using System.Collections.Immutable;

namespace Oms.Domain.Ontology.Editing;

/// <summary>A change of whichever member list holds a member; other lists come out as they went in.</summary>
internal interface IMemberListEdit
{
    ImmutableArray<T> Apply<T>(ImmutableArray<T> list) where T : Member;
}
