using Oms.Domain.Ontology.Naming;

namespace Oms.Graph.Compatibility;

/// <summary>GraphQL input <c>NamingRuleInput</c>.</summary>
internal sealed record NamingRuleInput(
    NamePattern Pattern, IReadOnlyList<string> RequiredPrefixes, IReadOnlyList<string> RequiredSuffixes, IReadOnlyList<string> ForbiddenPrefixes,
    int MinLength, int MaxLength, IReadOnlyList<string> AllowedWords)
{
    internal NamingRule ToRule() => new()
    {
        Pattern = Pattern,
        RequiredPrefixes = [.. RequiredPrefixes],
        RequiredSuffixes = [.. RequiredSuffixes],
        ForbiddenPrefixes = [.. ForbiddenPrefixes],
        MinLength = MinLength,
        MaxLength = MaxLength,
        AllowedWords = [.. AllowedWords],
    };
}
