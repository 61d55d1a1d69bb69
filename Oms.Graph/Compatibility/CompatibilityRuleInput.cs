using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Compatibility.Policies;
using Oms.Domain.Ontology;

namespace Oms.Graph.Compatibility;

/// <summary>GraphQL input <c>CompatibilityRuleInput</c>.</summary>
internal sealed record CompatibilityRuleInput(CompatibilityMode Mode, string? Element, string? Namespace, ElementKind? Kind)
{
    internal bool IsValid => Element is null || ElementId.TryParse(Element, out _);

    internal CompatibilityRule ToRule() => new(Mode)
    {
        Element = Element is null ? null : ElementId.Trusted(Element),
        Namespace = Namespace,
        Kind = Kind,
    };
}
