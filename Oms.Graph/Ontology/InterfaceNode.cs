using Oms.Domain.Ontology;
using Oms.Engine.Paging;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL type <c>Interface</c>.</summary>
internal sealed class InterfaceNode(Revision revision, Interface contract) : ElementNode(revision, contract)
{
    public IReadOnlyList<InterfaceNode> Extends => All<InterfaceNode>(Revision, contract.Extends);

    public IReadOnlyList<PropertyNode> Properties => PropertyNode.Own(Revision, contract, contract.Properties);

    public IReadOnlyList<RequiredLinkNode> RequiredLinks =>
        [.. contract.RequiredLinks.Select(l => new RequiredLinkNode(Revision, contract, l))];

    public Connection<ObjectTypeNode> Implementers(int? first, string? after, int? last, string? before) =>
        ElementPage.OfNamed<ObjectTypeNode>(Revision, [.. Revision.Snapshot.ImplementersOf(contract.Id)], first, after, last, before);
}
