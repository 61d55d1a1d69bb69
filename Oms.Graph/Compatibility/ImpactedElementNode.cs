using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Ontology;
using Oms.Graph.Editing;

namespace Oms.Graph.Compatibility;

/// <summary>GraphQL type <c>ImpactedElement</c>.</summary>
internal sealed class ImpactedElementNode(ImpactedElement impacted)
{
    public string Element => impacted.Element.Id.Value;

    public ElementKind Kind => impacted.Element.Kind;

    public string Name => impacted.Element.Name;

    public int Distance => impacted.Distance;

    public IReadOnlyList<ReferenceUsageNode> Uses => [.. impacted.Uses.Select(u => new ReferenceUsageNode(u))];
}
