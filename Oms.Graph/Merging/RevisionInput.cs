using Oms.Graph.Ontology;

namespace Oms.Graph.Merging;

/// <summary>GraphQL input <c>RevisionInput</c>.</summary>
internal sealed record RevisionInput
{
    public string Branch { get; init; } = "main";

    public VersionInput? At { get; init; }
}
