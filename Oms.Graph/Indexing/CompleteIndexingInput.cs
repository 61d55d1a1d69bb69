using Oms.Domain.Ontology;

namespace Oms.Graph.Indexing;

/// <summary>GraphQL input <c>CompleteIndexingInput</c>.</summary>
internal sealed record CompleteIndexingInput(
    string Branch, string Indexing, long FencingToken, IReadOnlyList<ElementKind>? Kinds, string? Commit, long? Records, long? SizeBytes);
