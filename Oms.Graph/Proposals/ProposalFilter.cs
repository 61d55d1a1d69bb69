using Oms.Domain.Proposals;
using Oms.Graph.Filters;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL input <c>ProposalFilterInput</c>.</summary>
internal sealed record ProposalFilter : IFilter
{
    public IReadOnlyList<ProposalFilter>? And { get; init; }

    public IReadOnlyList<ProposalFilter>? Or { get; init; }

    public EnumOperationFilter<ProposalStatus>? Status { get; init; }

    public StringOperationFilter? Title { get; init; }

    public StringOperationFilter? Author { get; init; }

    public StringOperationFilter? Source { get; init; }

    public StringOperationFilter? Target { get; init; }

    public ListStringOperationFilter? Reviewers { get; init; }

    public ListStringOperationFilter? ReviewedBy { get; init; }

    public ListStringOperationFilter? Labels { get; init; }

    public ListStringOperationFilter? Issues { get; init; }

    public DateTimeOperationFilter? CreatedAt { get; init; }

    public DateTimeOperationFilter? UpdatedAt { get; init; }

    IEnumerable<IFilter?> IFilter.Parts =>
        [Status, Title, Author, Source, Target, Reviewers, ReviewedBy, Labels, Issues, CreatedAt, UpdatedAt, .. And ?? [], .. Or ?? []];

    int IFilter.Values => 0;

    internal bool Matches(Proposal proposal) =>
        (Status?.Matches(proposal.Status) ?? true)
        && (Title?.Matches(proposal.Title) ?? true)
        && (Author?.Matches(proposal.Author) ?? true)
        && (Source?.Matches(proposal.Source.Value) ?? true)
        && (Target?.Matches(proposal.Target.Value) ?? true)
        && (Reviewers?.Matches(proposal.Reviewers) ?? true)
        && (ReviewedBy?.Matches([.. proposal.Reviews.Select(r => r.Reviewer)]) ?? true)
        && (Labels?.Matches(proposal.Labels) ?? true)
        && (Issues?.Matches(proposal.Issues) ?? true)
        && (CreatedAt?.Matches(proposal.CreatedAt) ?? true)
        && (UpdatedAt?.Matches(proposal.UpdatedAt) ?? true)
        && (And is null || And.All(f => f.Matches(proposal)))
        && (Or is null || Or.Any(f => f.Matches(proposal)));
}
