namespace Oms.Graph.Ontology;

/// <summary>GraphQL input <c>VersionInput</c>, a oneOf.</summary>
internal sealed record VersionInput
{
    public string? Commit { get; init; }

    public string? Release { get; init; }

    public DateTimeOffset? Time { get; init; }
}
