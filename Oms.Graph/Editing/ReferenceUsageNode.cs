using Oms.Domain.Ontology;

namespace Oms.Graph.Editing;

/// <summary>GraphQL type <c>ReferenceUsage</c>.</summary>
internal sealed class ReferenceUsageNode(Usage usage)
{
    public string By => usage.By.Value;

    public string? Member => usage.Member?.Value;

    public UsageKind Kind => usage.Kind;
}
