using Oms.Domain.Ontology;
using Oms.Graph.Filters;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL input <c>ElementSortInput</c>: of several fields the one that stands first here decides first.</summary>
internal sealed record ElementSort
{
    public SortDirection? Name { get; init; }

    public SortDirection? DisplayName { get; init; }

    public SortDirection? Namespace { get; init; }

    public SortDirection? Status { get; init; }

    public SortDirection? Visibility { get; init; }

    /// <summary>What is compared, in order of weight.</summary>
    internal IEnumerable<(Comparison<Element> Compare, SortDirection Direction)> Keys
    {
        get
        {
            if (Name is { } name)
                yield return (ByName, name);
            if (DisplayName is { } displayName)
                yield return (ByDisplayName, displayName);
            if (Namespace is { } nameSpace)
                yield return ((a, b) => string.CompareOrdinal(a.Namespace, b.Namespace), nameSpace);
            if (Status is { } status)
                yield return ((a, b) => a.Status.CompareTo(b.Status), status);
            if (Visibility is { } visibility)
                yield return ((a, b) => a.Visibility.CompareTo(b.Visibility), visibility);
        }
    }

    /// <summary>The plain order of names, which is how elements stand anyway.</summary>
    internal static int ByName(Element a, Element b) => string.CompareOrdinal(a.Name, b.Name);

    private static int ByDisplayName(Element a, Element b) =>
        string.Compare(Label(a), Label(b), StringComparison.OrdinalIgnoreCase);

    private static string Label(Element element) => element.DisplayName.In("en") ?? element.Name;
}
