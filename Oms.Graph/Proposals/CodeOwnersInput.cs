using Oms.Domain.Ontology;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL input <c>CodeOwnersInput</c>.</summary>
internal sealed record CodeOwnersInput(string? Namespace, ElementKind? Kind, string? Tag, IReadOnlyList<string> Owners, int Approvals);
