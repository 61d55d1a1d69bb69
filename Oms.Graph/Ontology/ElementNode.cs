using System.Diagnostics;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Engine.Paging;
using Oms.Graph.Connections;
using Oms.Graph.History;
using Oms.Graph.Nodes;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL interface <c>Element</c>: an element and the version it was read from.</summary>
internal abstract class ElementNode(Revision revision, Element element)
{
    private static readonly string[] TypeNames = Enum.GetNames<ElementKind>();

    public string Id => GlobalId.Of(TypeNames[(int)element.Kind], revision.Reference, element.Id.Value);

    public string StableId => element.Id.Value;

    public ElementKind Kind => element.Kind;

    public string Name => element.Name;

    public string Namespace => element.Namespace;

    public IReadOnlyList<LocalizedString> DisplayNames => LocalizedString.All(element.DisplayName);

    public IReadOnlyList<LocalizedString> Descriptions => LocalizedString.All(element.Description);

    public Status Status => element.Status;

    public DeprecationNode? Deprecation => DeprecationNode.Of(revision, element.Deprecation);

    public Visibility Visibility => element.Visibility;

    public IReadOnlyList<string> Tags => element.Tags;

    public string? Source => element.Source;

    // The built-in types are in no tree.
    public string Hash => (revision.Snapshot.HashOf(element.Id) ?? ObjectHash.Of(ElementJson.Write(element))).Value;

    public IReadOnlyList<MemberNode> Members => [.. element.Members.Select(m => MemberNode.Of(revision, element, m))];

    /// <summary>The version it was read from.</summary>
    internal Revision Revision => revision;

    /// <summary>The element.</summary>
    internal Element Element => element;

    public string DisplayName(string language) => element.DisplayName.In(language) ?? element.Name;

    public string? Description(string language) => element.Description.In(language);

    public Connection<UsageNode> Usages(int? first, string? after, int? last, string? before) =>
        UsageNode.Page(revision, element.Id, PageArguments.Read(first, after, last, before, PageArguments.MaxElements));

    public async Task<CommitConnection> GetHistoryAsync(int? first, string? after, CommitLog log, CancellationToken cancellationToken) =>
        await log.OfElementAsync(revision.Commit.Id, element.Id, PageArguments.Forward(first, after, PageArguments.MaxLog), cancellationToken);

    /// <summary>The node of an element.</summary>
    internal static ElementNode Of(Revision revision, Element element) => element switch
    {
        ObjectType type => new ObjectTypeNode(revision, type),
        LinkType type => new LinkTypeNode(revision, type),
        Interface type => new InterfaceNode(revision, type),
        SharedProperty type => new SharedPropertyNode(revision, type),
        ValueType type => new ValueTypeNode(revision, type),
        StructType type => new StructTypeNode(revision, type),
        ActionType type => new ActionTypeNode(revision, type),
        FunctionType type => new FunctionTypeNode(revision, type),
        _ => throw new UnreachableException(element.GetType().Name),
    };

    /// <summary>The node of an element by id; null when this version has none.</summary>
    internal static ElementNode? Find(Revision revision, ElementId id) =>
        revision.Snapshot.Find(id) is { } element ? Of(revision, element) : null;

    /// <summary>The nodes of elements that a rule of the domain says are there, in the order of the ids.</summary>
    internal static IReadOnlyList<TNode> All<TNode>(Revision revision, IReadOnlyList<ElementId> ids)
        where TNode : ElementNode
    {
        var nodes = new List<TNode>(ids.Count);
        foreach (var id in ids)
            if (Find(revision, id) is TNode node)
                nodes.Add(node);
        return nodes;
    }
}
