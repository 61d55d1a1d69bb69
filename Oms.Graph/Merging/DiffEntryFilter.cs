using Oms.Domain.Merging;
using Oms.Domain.Ontology;
using Oms.Graph.Filters;

namespace Oms.Graph.Merging;

/// <summary>GraphQL input <c>DiffEntryFilterInput</c>.</summary>
internal sealed record DiffEntryFilter : IFilter
{
    public EnumOperationFilter<ElementKind>? Kind { get; init; }

    public EnumOperationFilter<DiffOperation>? Operation { get; init; }

    public StringOperationFilter? Name { get; init; }

    public StringOperationFilter? Path { get; init; }

    IEnumerable<IFilter?> IFilter.Parts => [Kind, Operation, Name, Path];

    int IFilter.Values => 0;

    internal bool Matches(DiffEntry entry) =>
        (Kind?.Matches(entry.Kind) ?? true)
        && (Operation?.Matches(entry.Operation) ?? true)
        && (Name?.Matches(entry.Name) ?? true)
        && (Path?.Matches(entry.Path.Text) ?? true);
}
