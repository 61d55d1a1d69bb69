using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Tests.Ontology;

/// <summary>Ids 1, 2, 3 and so on.</summary>
internal sealed class CountingIds(int start = 0) : IIdSource
{
    private int elements = start;
    private int members = start;

    public ElementId NextElement(ElementKind kind) => ElementId.Trusted($"{ElementId.PrefixOf(kind)}{++elements}");

    public MemberId NextMember() => MemberId.Trusted($"m-{++members}");
}
