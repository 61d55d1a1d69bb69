using Oms.Domain.Ontology;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL type <c>LinkEnd</c>.</summary>
internal sealed class LinkEndNode(Revision revision, Element owner, LinkEnd end) : MemberNode(revision, owner, end)
{
    public ElementNode? Type => ElementNode.Find(Revision, end.Type);

    public bool IsRequired => end.IsRequired;

    internal override string TypeName => "LinkEnd";
}
