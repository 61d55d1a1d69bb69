using Oms.Domain.Ontology;
using Oms.Engine.Paging;
using Oms.Graph.Connections;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL type <c>Usage</c>.</summary>
internal sealed class UsageNode(Revision revision, Usage usage)
{
    public ElementNode? By => ElementNode.Find(revision, usage.By);

    public MemberNode? Member => usage.Member is { } id ? MemberNode.Find(revision, usage.By, id) : null;

    public UsageKind Kind => usage.Kind;

    /// <summary>A page of what refers to an element.</summary>
    internal static Connection<UsageNode> Page(Revision revision, ElementId id, PageArguments arguments) =>
        new PositionListing<Usage>("usage", revision.Snapshot.UsagesOf(id)).Page(arguments, u => new UsageNode(revision, u));
}
