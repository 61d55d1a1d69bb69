using Oms.Domain.Ontology;

namespace Oms.Graph.Filters;

/// <summary>Conditions on a list of references; what is null does not narrow.</summary>
internal sealed record ListIdOperationFilter : IFilter
{
    public IdOperationFilter? All { get; init; }

    public IdOperationFilter? None { get; init; }

    public IdOperationFilter? Some { get; init; }

    public bool? Any { get; init; }

    IEnumerable<IFilter?> IFilter.Parts => [All, None, Some];

    int IFilter.Values => 1;

    internal bool Matches(IReadOnlyCollection<ElementId> values) =>
        (All is null || values.All(All.Matches))
        && (None is null || !values.Any(None.Matches))
        && (Some is null || values.Any(Some.Matches))
        && (Any is null || values.Count > 0 == Any);
}
