using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Merging;

/// <summary>A merge makes nothing that needs a new identity: to ask for one is a bug.</summary>
internal sealed class NoIds : IIdSource
{
    internal static readonly NoIds Instance = new();

    public ElementId NextElement(ElementKind kind) => throw new InvalidOperationException("a merge gives no ids");

    public MemberId NextMember() => throw new InvalidOperationException("a merge gives no ids");
}
