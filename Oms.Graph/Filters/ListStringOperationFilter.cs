namespace Oms.Graph.Filters;

/// <summary>Conditions on a list of texts; what is null does not narrow.</summary>
internal sealed record ListStringOperationFilter : IFilter
{
    public StringOperationFilter? All { get; init; }

    public StringOperationFilter? None { get; init; }

    public StringOperationFilter? Some { get; init; }

    public bool? Any { get; init; }

    IEnumerable<IFilter?> IFilter.Parts => [All, None, Some];

    int IFilter.Values => 1;

    internal bool Matches(IReadOnlyCollection<string> values) =>
        (All is null || values.All(All.Matches))
        && (None is null || !values.Any(None.Matches))
        && (Some is null || values.Any(Some.Matches))
        && (Any is null || values.Count > 0 == Any);
}
