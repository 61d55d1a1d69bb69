namespace Oms.Graph.Filters;

/// <summary>Conditions on an enum value; what is null does not narrow.</summary>
/// <typeparam name="T">The enum.</typeparam>
internal sealed record EnumOperationFilter<T> : IFilter
    where T : struct, Enum
{
    public T? Eq { get; init; }

    public T? Neq { get; init; }

    public IReadOnlyList<T>? In { get; init; }

    public IReadOnlyList<T>? Nin { get; init; }

    IEnumerable<IFilter?> IFilter.Parts => [];

    int IFilter.Values => 1 + (In?.Count ?? 0) + (Nin?.Count ?? 0);

    internal bool Matches(T value)
    {
        var comparer = EqualityComparer<T>.Default;
        return (Eq is not { } eq || comparer.Equals(value, eq))
            && (Neq is not { } neq || !comparer.Equals(value, neq))
            && (In is null || In.Contains(value))
            && (Nin is null || !Nin.Contains(value));
    }
}
