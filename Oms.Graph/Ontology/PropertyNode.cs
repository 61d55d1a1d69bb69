using Oms.Domain.Ontology;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL type <c>Property</c>: every field answers what holds, with the shared property's part resolved by the domain.</summary>
internal sealed class PropertyNode(Revision revision, Element owner, Property property, bool isInherited) : MemberNode(revision, owner, property)
{
    private readonly EffectiveProperty effective = revision.Snapshot.Resolve(property, owner.Id);

    public TypeReferenceNode? Type => TypeReferenceNode.Of(Revision, effective.Type);

    public SharedPropertyNode? SharedProperty => effective.Shared is { } shared ? new(Revision, shared) : null;

    public IReadOnlyList<string> Overrides => effective.Overrides;

    public bool IsInherited => isInherited;

    public bool IsRequired => effective.IsRequired;

    public bool IsIndexed => effective.IsIndexed;

    public bool IsUnique => effective.IsUnique;

    public bool IsSearchable => effective.IsSearchable;

    public bool IsPrimaryKey => effective.Own.IsPrimaryKey;

    public bool IsImmutable => effective.Own.IsImmutable;

    public JsonLiteral? DefaultValue => effective.DefaultValue;

    public IReadOnlyList<Constraint> Constraints => effective.Constraints;

    public Visibility Visibility => effective.Own.Visibility;

    public UiHints? UiHints => effective.Own.UiHints;

    internal override string TypeName => "Property";

    private protected override LocalizedText Label => effective.DisplayName;

    private protected override LocalizedText Words => effective.Description;

    /// <summary>The properties of a list that stands in its owner.</summary>
    internal static IReadOnlyList<PropertyNode> Own(Revision revision, Element owner, IReadOnlyList<Property> properties)
    {
        var nodes = new PropertyNode[properties.Count];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = new(revision, owner, properties[i], isInherited: false);
        return nodes;
    }
}
