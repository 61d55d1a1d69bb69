using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Ontology;

namespace Oms.Graph.Compatibility;

/// <summary>GraphQL type <c>MemberUse</c>.</summary>
internal sealed class MemberUseNode(MemberUse use)
{
    public string Element => use.Element.Id.Value;

    public ElementKind Kind => use.Element.Kind;

    public string Name => use.Element.Name;

    public string? Member => use.Member?.Id.Value;

    public string? MemberName => use.Member?.Name;

    public MemberUseKind Use => use.Kind;
}
