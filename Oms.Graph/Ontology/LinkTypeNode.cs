using Oms.Domain.Ontology;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL type <c>LinkType</c>.</summary>
internal sealed class LinkTypeNode(Revision revision, LinkType type) : ElementNode(revision, type)
{
    public LinkEndNode From => new(Revision, type, type.From);

    public LinkEndNode To => new(Revision, type, type.To);

    public Cardinality Cardinality => type.Cardinality;

    public Directionality Directionality => type.Directionality;

    public bool IsTransitive => type.IsTransitive;

    public bool IsSymmetric => type.IsSymmetric;

    public bool CascadeDelete => type.CascadeDelete;

    public int? CascadeDepth => type.CascadeDepth;

    public int TraversalDepth => type.TraversalDepth;

    public PermissionInheritance PermissionInheritance => type.PermissionInheritance;

    public StatePropagation StatePropagation => type.StatePropagation;

    public IReadOnlyList<PropertyNode> Properties => PropertyNode.Own(Revision, type, type.Properties);
}
