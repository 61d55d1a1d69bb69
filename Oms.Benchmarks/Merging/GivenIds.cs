using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Benchmarks.Merging;

/// <summary>For definitions that bring their ids along: to ask for a new one is a bug.</summary>
internal sealed class GivenIds : IIdSource
{
    internal static readonly GivenIds Instance = new();

    public ElementId NextElement(ElementKind kind) => throw new InvalidOperationException("every definition has an id");

    public MemberId NextMember() => throw new InvalidOperationException("every member has an id");
}
