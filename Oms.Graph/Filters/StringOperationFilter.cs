namespace Oms.Graph.Filters;

/// <summary>Conditions on a text, compared by code points; what is null does not narrow.</summary>
internal sealed record StringOperationFilter : IFilter
{
    public IReadOnlyList<StringOperationFilter>? And { get; init; }

    public IReadOnlyList<StringOperationFilter>? Or { get; init; }

    public string? Eq { get; init; }

    public string? Neq { get; init; }

    public string? Contains { get; init; }

    public string? Ncontains { get; init; }

    public IReadOnlyList<string>? In { get; init; }

    public IReadOnlyList<string>? Nin { get; init; }

    public string? StartsWith { get; init; }

    public string? NstartsWith { get; init; }

    public string? EndsWith { get; init; }

    public string? NendsWith { get; init; }

    IEnumerable<IFilter?> IFilter.Parts => [.. And ?? [], .. Or ?? []];

    int IFilter.Values => 1 + (In?.Count ?? 0) + (Nin?.Count ?? 0);

    internal bool Matches(string value) =>
        (Eq is null || value == Eq)
        && (Neq is null || value != Neq)
        && (Contains is null || value.Contains(Contains, StringComparison.Ordinal))
        && (Ncontains is null || !value.Contains(Ncontains, StringComparison.Ordinal))
        && (In is null || In.Contains(value))
        && (Nin is null || !Nin.Contains(value))
        && (StartsWith is null || value.StartsWith(StartsWith, StringComparison.Ordinal))
        && (NstartsWith is null || !value.StartsWith(NstartsWith, StringComparison.Ordinal))
        && (EndsWith is null || value.EndsWith(EndsWith, StringComparison.Ordinal))
        && (NendsWith is null || !value.EndsWith(NendsWith, StringComparison.Ordinal))
        && (And is null || And.All(f => f.Matches(value)))
        && (Or is null || Or.Any(f => f.Matches(value)));
}
