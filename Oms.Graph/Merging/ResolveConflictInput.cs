using Oms.Domain.Merging;
using Oms.Domain.Ontology;

namespace Oms.Graph.Merging;

/// <summary>GraphQL input <c>ResolveConflictInput</c>.</summary>
internal sealed record ResolveConflictInput(string Into, string From, string Conflict, ResolutionChoice Choice, JsonLiteral? Value, string Reason);
