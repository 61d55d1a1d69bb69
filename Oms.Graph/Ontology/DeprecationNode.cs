using Oms.Domain.Ontology;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL type <c>Deprecation</c>.</summary>
internal sealed class DeprecationNode(Revision revision, Deprecation deprecation)
{
    public string Reason => deprecation.Reason;

    public DateOnly? Deadline => deprecation.Deadline;

    public string? ReplacedBy => deprecation.ReplacedBy;

    public ElementNode? Replacement =>
        ElementId.TryParse(deprecation.ReplacedBy, out var id) ? ElementNode.Find(revision, id) : null;

    internal static DeprecationNode? Of(Revision revision, Deprecation? deprecation) =>
        deprecation is null ? null : new(revision, deprecation);
}
