namespace Oms.Graph.Filters;

/// <summary>Conditions on a moment; what is null does not narrow.</summary>
internal sealed record DateTimeOperationFilter : IFilter
{
    public DateTimeOffset? Eq { get; init; }

    public DateTimeOffset? Neq { get; init; }

    public IReadOnlyList<DateTimeOffset>? In { get; init; }

    public IReadOnlyList<DateTimeOffset>? Nin { get; init; }

    public DateTimeOffset? Gt { get; init; }

    public DateTimeOffset? Ngt { get; init; }

    public DateTimeOffset? Gte { get; init; }

    public DateTimeOffset? Ngte { get; init; }

    public DateTimeOffset? Lt { get; init; }

    public DateTimeOffset? Nlt { get; init; }

    public DateTimeOffset? Lte { get; init; }

    public DateTimeOffset? Nlte { get; init; }

    IEnumerable<IFilter?> IFilter.Parts => [];

    int IFilter.Values => 1 + (In?.Count ?? 0) + (Nin?.Count ?? 0);

    internal bool Matches(DateTimeOffset value) =>
        (Eq is null || value == Eq)
        && (Neq is null || value != Neq)
        && (In is null || In.Contains(value))
        && (Nin is null || !Nin.Contains(value))
        && (Gt is null || value > Gt)
        && (Ngt is null || value <= Ngt)
        && (Gte is null || value >= Gte)
        && (Ngte is null || value < Ngte)
        && (Lt is null || value < Lt)
        && (Nlt is null || value >= Nlt)
        && (Lte is null || value <= Lte)
        && (Nlte is null || value > Nlte);
}
