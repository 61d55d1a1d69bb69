using Oms.Domain.Ontology;

namespace Oms.Graph.Search;

/// <summary>The texts of an element or of one of its members.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Member">The member; null for the element itself.</param>
/// <param name="Texts">Its texts, the name first.</param>
internal sealed record SearchEntry(SearchKind Kind, Member? Member, SearchText[] Texts)
{
    /// <summary>The entries of an element: its own, then one for each member.</summary>
    internal static SearchEntry[] Of(Element element) =>
    [
        new((SearchKind)element.Kind, null, TextsOf(element.Name, element.DisplayName, element.Description)),
        .. element.Members.Select(m => new SearchEntry(KindOf(m), m, TextsOf(m.Name, m.DisplayName, m.Description))),
    ];

    private static SearchText[] TextsOf(string name, LocalizedText labels, LocalizedText descriptions) =>
    [
        new(SearchField.Name, null, name),
        .. labels.Texts.Select(t => new SearchText(SearchField.DisplayName, t.Key, t.Value)),
        .. descriptions.Texts.Select(t => new SearchText(SearchField.Description, t.Key, t.Value)),
    ];

    private static SearchKind KindOf(Member member) => member switch
    {
        Property => SearchKind.Property,
        LinkEnd => SearchKind.LinkEnd,
        RequiredLink => SearchKind.RequiredLink,
        StructField => SearchKind.StructField,
        Parameter => SearchKind.Parameter,
        _ => throw new ArgumentOutOfRangeException(nameof(member), member, "not a member that is searched"),
    };
}
