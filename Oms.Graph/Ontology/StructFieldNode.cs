using Oms.Domain.Ontology;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL type <c>StructField</c>.</summary>
internal sealed class StructFieldNode(Revision revision, Element owner, StructField part) : MemberNode(revision, owner, part)
{
    public TypeReferenceNode? Type => TypeReferenceNode.Of(Revision, part.Type);

    public bool IsRequired => part.IsRequired;

    public JsonLiteral? DefaultValue => part.DefaultValue;

    public IReadOnlyList<Constraint> Constraints => part.Constraints;

    internal override string TypeName => "StructField";
}
