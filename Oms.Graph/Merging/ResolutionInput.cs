using Oms.Domain.Merging;
using Oms.Domain.Ontology;

namespace Oms.Graph.Merging;

/// <summary>GraphQL input <c>ResolutionInput</c>.</summary>
internal sealed record ResolutionInput(string Conflict, ResolutionChoice Choice, JsonLiteral? Value)
{
    internal Resolution Answer => new(Choice, Value);
}
