using Oms.Domain.Ontology;

namespace Oms.Graph.Ontology;

/// <summary>How many elements of a kind there are.</summary>
internal sealed record ElementCount(ElementKind Kind, int Count);
