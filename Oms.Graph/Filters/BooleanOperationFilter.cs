namespace Oms.Graph.Filters;

/// <summary>Conditions on a truth value; what is null does not narrow.</summary>
internal sealed record BooleanOperationFilter : IFilter
{
    public bool? Eq { get; init; }

    public bool? Neq { get; init; }

    IEnumerable<IFilter?> IFilter.Parts => [];

    int IFilter.Values => 1;

    internal bool Matches(bool value) => (Eq is null || value == Eq) && (Neq is null || value != Neq);
}
