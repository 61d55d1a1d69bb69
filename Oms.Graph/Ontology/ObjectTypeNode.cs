using Oms.Domain.Ontology;
using Oms.Engine.Paging;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL type <c>ObjectType</c>.</summary>
internal sealed class ObjectTypeNode(Revision revision, ObjectType type) : ElementNode(revision, type)
{
    public IReadOnlyList<LocalizedString> PluralDisplayNames => LocalizedString.All(type.PluralDisplayName);

    public IReadOnlyList<ObjectTypeNode> Parents => All<ObjectTypeNode>(Revision, type.Parents);

    public IReadOnlyList<ObjectTypeNode> Ancestors =>
        [.. Revision.Snapshot.AncestorsOf(type).Select(t => new ObjectTypeNode(Revision, t))];

    public IReadOnlyList<InterfaceNode> Interfaces => All<InterfaceNode>(Revision, type.Interfaces);

    public bool IsAbstract => type.IsAbstract;

    public bool IsImmutable => type.IsImmutable;

    public string? Icon => type.Icon;

    public string? Color => type.Color;

    public string? DocUrl => type.DocUrl;

    public Classification Classification => type.Classification;

    public PropertyNode? TitleProperty => type.TitleProperty is { } id ? Having(p => p.Own.Id == id) : null;

    public PropertyNode? SubtitleProperty => type.SubtitleProperty is { } id ? Having(p => p.Own.Id == id) : null;

    public IReadOnlyList<ActionTypeNode> Actions =>
        [.. UsersOf<ActionType>(UsageKind.Applicability).Select(a => new ActionTypeNode(Revision, a))];

    public string? PluralDisplayName(string language) => type.PluralDisplayName.In(language);

    public IReadOnlyList<PropertyNode> Properties(bool inherited) => inherited
        ? [.. Revision.Snapshot.EffectiveProperties(type).Select(NodeOf)]
        : PropertyNode.Own(Revision, type, type.Properties);

    public PropertyNode? Property(string name) => Having(p => p.Name == name);

    public Connection<ObjectTypeNode> Children(int? first, string? after, int? last, string? before) =>
        ElementPage.OfNamed<ObjectTypeNode>(Revision, [.. Revision.Snapshot.ChildrenOf(type.Id)], first, after, last, before);

    public Connection<LinkTypeNode> Links(int? first, string? after, int? last, string? before) =>
        ElementPage.OfNamed<LinkTypeNode>(Revision, [.. Revision.Snapshot.LinksOf(type.Id)], first, after, last, before);

    private PropertyNode? Having(Func<EffectiveProperty, bool> condition) =>
        Revision.Snapshot.EffectiveProperties(type).FirstOrDefault(condition) is { } found ? NodeOf(found) : null;

    private PropertyNode NodeOf(EffectiveProperty property)
    {
        var isInherited = property.DeclaredBy != type.Id;
        var owner = isInherited ? Revision.Snapshot.Find(property.DeclaredBy)! : type;
        return new(Revision, owner, property.Own, isInherited);
    }

    private IEnumerable<T> UsersOf<T>(UsageKind kind)
        where T : Element =>
        Revision.Snapshot.UsagesOf(type.Id, kind).Select(u => u.By).Distinct()
            .Select(Revision.Snapshot.Find<T>).OfType<T>().OrderBy(e => e.Name, StringComparer.Ordinal);
}
