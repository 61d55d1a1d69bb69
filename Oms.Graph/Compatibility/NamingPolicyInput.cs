using Oms.Domain.Compatibility.Policies;

namespace Oms.Graph.Compatibility;

/// <summary>GraphQL input <c>NamingPolicyInput</c>.</summary>
internal sealed record NamingPolicyInput(
    bool IsEnforced, IReadOnlyList<KindNamingInput> Elements, NamingRuleInput Members, IReadOnlyList<string> ReservedWords)
{
    internal NamingPolicy ToPolicy() => new()
    {
        IsEnforced = IsEnforced,
        Elements = [.. Elements.Select(e => new KindNaming(e.Kind, e.Rule.ToRule()))],
        Members = Members.ToRule(),
        ReservedWords = [.. ReservedWords],
    };
}
