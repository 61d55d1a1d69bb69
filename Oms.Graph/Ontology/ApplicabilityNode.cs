using Oms.Domain.Ontology;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL type <c>Applicability</c>.</summary>
internal sealed class ApplicabilityNode(Revision revision, Applicability applicability)
{
    public ElementNode? Type => ElementNode.Find(revision, applicability.Type);

    public ApplicabilityRole Role => applicability.Role;

    public bool IsRequired => applicability.IsRequired;
}
