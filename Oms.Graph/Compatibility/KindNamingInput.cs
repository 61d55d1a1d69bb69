using Oms.Domain.Ontology;

namespace Oms.Graph.Compatibility;

/// <summary>GraphQL input <c>KindNamingInput</c>.</summary>
internal sealed record KindNamingInput(ElementKind Kind, NamingRuleInput Rule);
