using Oms.Domain.Ontology;

namespace Oms.Graph.Indexing;

/// <summary>GraphQL input <c>StartIndexingInput</c>.</summary>
internal sealed record StartIndexingInput(
    string Branch, string Reason, IReadOnlyList<ElementKind>? Kinds, string? Indexing, int? TtlSeconds, int? HeartbeatSeconds, DateTimeOffset? ExpectedEnd);
