using Oms.Domain.Ontology;
using Oms.Graph.Filters;

namespace Oms.Graph.Ontology;

/// <summary>What the filters of all kinds of elements have in common.</summary>
/// <typeparam name="TSelf">The filter of the kind.</typeparam>
/// <typeparam name="TElement">The kind.</typeparam>
internal abstract record ElementFilter<TSelf, TElement> : IElementFilter<TElement>
    where TSelf : ElementFilter<TSelf, TElement>
    where TElement : Element
{
    public IReadOnlyList<TSelf>? And { get; init; }

    public IReadOnlyList<TSelf>? Or { get; init; }

    public StringOperationFilter? Name { get; init; }

    public StringOperationFilter? Namespace { get; init; }

    public StringOperationFilter? DisplayName { get; init; }

    public StringOperationFilter? Description { get; init; }

    public EnumOperationFilter<Status>? Status { get; init; }

    public EnumOperationFilter<Visibility>? Visibility { get; init; }

    public ListStringOperationFilter? Tags { get; init; }

    IEnumerable<IFilter?> IFilter.Parts =>
        [Name, Namespace, DisplayName, Description, Status, Visibility, Tags, .. OwnParts, .. And ?? [], .. Or ?? []];

    int IFilter.Values => 0;

    /// <summary>The conditions that only this kind has.</summary>
    private protected virtual IEnumerable<IFilter?> OwnParts => [];

    public bool Matches(Revision revision, TElement element) =>
        (Name?.Matches(element.Name) ?? true)
        && (Namespace?.Matches(element.Namespace) ?? true)
        && (DisplayName?.Matches(element.DisplayName.In("en") ?? element.Name) ?? true)
        && (Description?.Matches(element.Description.In("en") ?? string.Empty) ?? true)
        && (Status?.Matches(element.Status) ?? true)
        && (Visibility?.Matches(element.Visibility) ?? true)
        && (Tags?.Matches(element.Tags) ?? true)
        && MatchesOwn(revision, element)
        && (And is null || And.All(f => f.Matches(revision, element)))
        && (Or is null || Or.Any(f => f.Matches(revision, element)));

    /// <summary>True when the conditions that only this kind has hold.</summary>
    private protected virtual bool MatchesOwn(Revision revision, TElement element) => true;
}
