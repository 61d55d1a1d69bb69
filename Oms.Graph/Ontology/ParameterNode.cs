using Oms.Domain.Ontology;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL type <c>Parameter</c>.</summary>
internal sealed class ParameterNode(Revision revision, Element owner, Parameter parameter) : MemberNode(revision, owner, parameter)
{
    public TypeReferenceNode? Type => TypeReferenceNode.Of(Revision, parameter.Type);

    public ParameterDirection Direction => parameter.Direction;

    public bool IsRequired => parameter.IsRequired;

    public JsonLiteral? DefaultValue => parameter.DefaultValue;

    public IReadOnlyList<Constraint> Constraints => parameter.Constraints;

    internal override string TypeName => "Parameter";

    /// <summary>The parameters of an action type or function type.</summary>
    internal static IReadOnlyList<ParameterNode> All(Revision revision, Element owner, IReadOnlyList<Parameter> parameters) =>
        [.. parameters.Select(p => new ParameterNode(revision, owner, p))];
}
