using System.Collections.Immutable;
using Oms.Domain.Proposals;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL input <c>EditProposalInput</c>.</summary>
internal sealed record EditProposalInput(
    string Proposal, string? Title, string? Description, IReadOnlyList<string>? Reviewers, IReadOnlyList<string>? Labels, IReadOnlyList<string>? Issues)
{
    internal ProposalText ToText() => new()
    {
        Title = Title, Description = Description, Reviewers = List(Reviewers), Labels = List(Labels), Issues = List(Issues),
    };

    private static ImmutableArray<string>? List(IReadOnlyList<string>? words) => words is null ? null : [.. words];
}
