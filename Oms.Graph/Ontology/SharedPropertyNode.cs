using Oms.Domain.Ontology;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL type <c>SharedProperty</c>.</summary>
internal sealed class SharedPropertyNode(Revision revision, SharedProperty shared) : ElementNode(revision, shared)
{
    public TypeReferenceNode? Type => TypeReferenceNode.Of(Revision, shared.Type);

    public bool IsRequired => shared.IsRequired;

    public bool IsIndexed => shared.IsIndexed;

    public bool IsUnique => shared.IsUnique;

    public bool IsSearchable => shared.IsSearchable;

    public JsonLiteral? DefaultValue => shared.DefaultValue;

    public IReadOnlyList<Constraint> Constraints => shared.Constraints;
}
