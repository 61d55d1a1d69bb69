using Oms.Domain.Ontology;
using Oms.Graph.Nodes;

namespace Oms.Graph.Filters;

/// <summary>Conditions on a reference to an element, by stable or global id; what is null does not narrow.</summary>
internal sealed record IdOperationFilter : IFilter
{
    private Ids? ids;

    public string? Eq { get; init; }

    public string? Neq { get; init; }

    public IReadOnlyList<string>? In { get; init; }

    public IReadOnlyList<string>? Nin { get; init; }

    IEnumerable<IFilter?> IFilter.Parts => [];

    int IFilter.Values => 1 + (In?.Count ?? 0) + (Nin?.Count ?? 0);

    internal bool Matches(ElementId value)
    {
        ids ??= new(this);
        return (ids.Eq is not { } eq || value == eq)
            && (ids.Neq is not { } neq || value != neq)
            && (ids.In is null || ids.In.Contains(value))
            && (ids.Nin is null || !ids.Nin.Contains(value));
    }

    // Read once for all elements.
    private sealed class Ids(IdOperationFilter filter)
    {
        internal readonly ElementId? Eq = Read(filter.Eq);
        internal readonly ElementId? Neq = Read(filter.Neq);
        internal readonly HashSet<ElementId>? In = Read(filter.In);
        internal readonly HashSet<ElementId>? Nin = Read(filter.Nin);

        private static ElementId? Read(string? text) => text is null ? null : ElementIdArgument.Read(text);

        private static HashSet<ElementId>? Read(IReadOnlyList<string>? texts) => texts?.Select(t => ElementIdArgument.Read(t)).ToHashSet();
    }
}
