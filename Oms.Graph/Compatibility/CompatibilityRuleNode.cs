using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Compatibility.Policies;
using Oms.Domain.Ontology;

namespace Oms.Graph.Compatibility;

/// <summary>GraphQL type <c>CompatibilityRule</c>.</summary>
internal sealed class CompatibilityRuleNode(CompatibilityRule rule)
{
    public CompatibilityMode Mode => rule.Mode;

    public string? Element => rule.Element?.Value;

    public string? Namespace => rule.Namespace;

    public ElementKind? Kind => rule.Kind;
}
