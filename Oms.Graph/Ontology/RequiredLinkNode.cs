using Oms.Domain.Ontology;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL type <c>RequiredLink</c>.</summary>
internal sealed class RequiredLinkNode(Revision revision, Element owner, RequiredLink link) : MemberNode(revision, owner, link)
{
    public ElementNode? Target => ElementNode.Find(Revision, link.Target);

    public Cardinality? Cardinality => link.Cardinality;

    internal override string TypeName => "RequiredLink";
}
