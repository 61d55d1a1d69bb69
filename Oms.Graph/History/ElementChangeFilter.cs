using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Graph.Filters;

namespace Oms.Graph.History;

/// <summary>GraphQL input <c>ElementChangeFilterInput</c>.</summary>
internal sealed record ElementChangeFilter : IFilter
{
    public EnumOperationFilter<ChangeOperation>? Operation { get; init; }

    public EnumOperationFilter<ElementKind>? Kind { get; init; }

    public StringOperationFilter? Name { get; init; }

    IEnumerable<IFilter?> IFilter.Parts => [Operation, Kind, Name];

    int IFilter.Values => 0;

    internal bool Matches(ElementChange change) =>
        (Operation?.Matches(change.Operation) ?? true)
        && (Kind is null || (change.Element.Kind is { } kind && Kind.Matches(kind)))
        && (Name?.Matches(change.Name) ?? true);
}
