using Oms.Domain.History;
using Oms.Graph.Filters;

namespace Oms.Graph.History;

/// <summary>GraphQL input <c>CommitFilterInput</c>.</summary>
internal sealed record CommitFilter : IFilter
{
    public IReadOnlyList<CommitFilter>? And { get; init; }

    public IReadOnlyList<CommitFilter>? Or { get; init; }

    public StringOperationFilter? Message { get; init; }

    public StringOperationFilter? Author { get; init; }

    public DateTimeOperationFilter? Time { get; init; }

    public ListStringOperationFilter? Issues { get; init; }

    public ListIdOperationFilter? Elements { get; init; }

    IEnumerable<IFilter?> IFilter.Parts => [Message, Author, Time, Issues, Elements, .. And ?? [], .. Or ?? []];

    int IFilter.Values => 0;

    internal bool Matches(CommitRecord record) =>
        (Message?.Matches(record.Commit.Message) ?? true)
        && (Author?.Matches(record.Commit.Author) ?? true)
        && (Time?.Matches(record.Commit.Time) ?? true)
        && (Issues?.Matches(record.Commit.Issues) ?? true)
        && (Elements?.Matches([.. record.Changes.Select(c => c.Element)]) ?? true)
        && (And is null || And.All(f => f.Matches(record)))
        && (Or is null || Or.Any(f => f.Matches(record)));
}
