using Oms.Domain.Proposals;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL input <c>CreateProposalInput</c>.</summary>
internal sealed record CreateProposalInput(
    string Source, string Target, string Title, string Description, bool IsDraft, IReadOnlyList<string> Reviewers, IReadOnlyList<string> Labels,
    IReadOnlyList<string> Issues)
{
    internal ProposalText ToText() =>
        new() { Title = Title, Description = Description, Reviewers = [.. Reviewers], Labels = [.. Labels], Issues = [.. Issues] };
}
