using Oms.Domain.Ontology.Editing;

namespace Oms.Graph.Editing;

/// <summary>GraphQL type <c>OperationResult</c>.</summary>
internal sealed class OperationResultNode(OperationResult result)
{
    public string Element => result.Element.Value;

    public string? Member => result.Member?.Value;

    public IReadOnlyList<string> AlsoChanged => [.. result.AlsoChanged.Select(e => e.Value)];
}
