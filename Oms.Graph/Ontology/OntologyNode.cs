using Oms.Domain.Ontology;
using Oms.Domain.Ontology.BuiltIn;
using Oms.Engine.Paging;
using Oms.Graph.Branches;
using Oms.Graph.Connections;
using Oms.Graph.History;
using Oms.Graph.Nodes;
using Oms.Graph.Search;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL type <c>Ontology</c>.</summary>
internal sealed class OntologyNode(Revision revision)
{
    public BranchNode Branch => new(revision.Branch);

    public CommitNode Commit => new(revision.Commit);

    public string Hash => revision.Snapshot.Tree.Value;

    public IReadOnlyList<ElementCount> Counts =>
        [.. Enum.GetValues<ElementKind>().Select(k => new ElementCount(k, revision.Snapshot.CountOf(k)))];

    public IReadOnlyList<ValueTypeNode> BuiltInValueTypes => [.. BuiltInTypes.ValueTypes.Select(t => new ValueTypeNode(revision, t))];

    public IReadOnlyList<StructTypeNode> BuiltInStructTypes => [.. BuiltInTypes.StructTypes.Select(t => new StructTypeNode(revision, t))];

    /// <summary>The version.</summary>
    internal Revision Revision => revision;

    public ElementNode? Element(string id) => ElementNode.Find(revision, ElementIdArgument.Read(id));

    public MemberNode? Member(string id, string? element)
    {
        var (owner, member) = MemberIdArgument.Read(id, element);
        return MemberNode.Find(revision, owner, member);
    }

    public Connection<UsageNode> Usages(string id, int? first, string? after, int? last, string? before) =>
        UsageNode.Page(revision, ElementIdArgument.Read(id), PageArguments.Read(first, after, last, before, PageArguments.MaxElements));

    public SearchConnection Search(
        string query, IReadOnlyList<SearchKind>? kinds, int? first, string? after, int? last, string? before) =>
        SearchConnection.Of(revision, query, kinds, PageArguments.Read(first, after, last, before, PageArguments.MaxHits));

    public Connection<ObjectTypeNode> ObjectTypes(
        ObjectTypeFilter? where, IReadOnlyList<ElementSort>? order, int? first, string? after, int? last, string? before) =>
        Page<ObjectType, ObjectTypeNode>(ElementKind.ObjectType, where, order, first, after, last, before);

    public ObjectTypeNode? ObjectType(string? id, string? name) => One<ObjectTypeNode>(ElementKind.ObjectType, id, name);

    public Connection<LinkTypeNode> LinkTypes(
        LinkTypeFilter? where, IReadOnlyList<ElementSort>? order, int? first, string? after, int? last, string? before) =>
        Page<LinkType, LinkTypeNode>(ElementKind.LinkType, where, order, first, after, last, before);

    public LinkTypeNode? LinkType(string? id, string? name) => One<LinkTypeNode>(ElementKind.LinkType, id, name);

    public Connection<InterfaceNode> Interfaces(
        InterfaceFilter? where, IReadOnlyList<ElementSort>? order, int? first, string? after, int? last, string? before) =>
        Page<Interface, InterfaceNode>(ElementKind.Interface, where, order, first, after, last, before);

    public InterfaceNode? Interface(string? id, string? name) => One<InterfaceNode>(ElementKind.Interface, id, name);

    public Connection<SharedPropertyNode> SharedProperties(
        SharedPropertyFilter? where, IReadOnlyList<ElementSort>? order, int? first, string? after, int? last, string? before) =>
        Page<SharedProperty, SharedPropertyNode>(ElementKind.SharedProperty, where, order, first, after, last, before);

    public SharedPropertyNode? SharedProperty(string? id, string? name) => One<SharedPropertyNode>(ElementKind.SharedProperty, id, name);

    public Connection<ValueTypeNode> ValueTypes(
        ValueTypeFilter? where, IReadOnlyList<ElementSort>? order, int? first, string? after, int? last, string? before) =>
        Page<ValueType, ValueTypeNode>(ElementKind.ValueType, where, order, first, after, last, before);

    public ValueTypeNode? ValueType(string? id, string? name) => One<ValueTypeNode>(ElementKind.ValueType, id, name);

    public Connection<StructTypeNode> StructTypes(
        StructTypeFilter? where, IReadOnlyList<ElementSort>? order, int? first, string? after, int? last, string? before) =>
        Page<StructType, StructTypeNode>(ElementKind.StructType, where, order, first, after, last, before);

    public StructTypeNode? StructType(string? id, string? name) => One<StructTypeNode>(ElementKind.StructType, id, name);

    public Connection<ActionTypeNode> ActionTypes(
        ActionTypeFilter? where, IReadOnlyList<ElementSort>? order, int? first, string? after, int? last, string? before) =>
        Page<ActionType, ActionTypeNode>(ElementKind.ActionType, where, order, first, after, last, before);

    public ActionTypeNode? ActionType(string? id, string? name) => One<ActionTypeNode>(ElementKind.ActionType, id, name);

    public Connection<FunctionTypeNode> FunctionTypes(
        FunctionTypeFilter? where, IReadOnlyList<ElementSort>? order, int? first, string? after, int? last, string? before) =>
        Page<FunctionType, FunctionTypeNode>(ElementKind.FunctionType, where, order, first, after, last, before);

    public FunctionTypeNode? FunctionType(string? id, string? name) => One<FunctionTypeNode>(ElementKind.FunctionType, id, name);

    private Connection<TNode> Page<TElement, TNode>(
        ElementKind kind, IElementFilter<TElement>? where, IReadOnlyList<ElementSort>? order, int? first, string? after, int? last, string? before)
        where TElement : Element
        where TNode : ElementNode =>
        ElementPage.Of<TElement, TNode>(
            revision, kind, where, order, PageArguments.Read(first, after, last, before, PageArguments.MaxElements));

    private TNode? One<TNode>(ElementKind kind, string? id, string? name)
        where TNode : ElementNode
    {
        if ((id is null) == (name is null))
            throw QueryError.Of(QueryError.ArgumentsConflict, "Give exactly one of `id` and `name`.");
        var element = id is not null
            ? revision.Snapshot.Find(ElementIdArgument.Read(id, kind))
            : revision.Snapshot.FindByName(kind, name!);
        return element is null ? null : (TNode)ElementNode.Of(revision, element);
    }
}
