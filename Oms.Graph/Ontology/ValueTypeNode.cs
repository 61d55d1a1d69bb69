using Oms.Domain.Ontology;
using Oms.Domain.Ontology.BuiltIn;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL type <c>ValueType</c>.</summary>
internal sealed class ValueTypeNode(Revision revision, ValueType type) : ElementNode(revision, type)
{
    public ValueCategory Category => type.Category;

    public TypeReferenceNode? BaseType => TypeReferenceNode.Of(Revision, type.BaseType);

    public IReadOnlyList<Constraint> Constraints => type.Constraints;

    public int Version => type.Version;

    public string? DisplayFormat => type.DisplayFormat;

    public string? InputMask => type.InputMask;

    public IReadOnlyList<JsonLiteral> Examples => type.Examples;

    public bool IsSystem => BuiltInTypes.Find(type.Id) is not null;
}
