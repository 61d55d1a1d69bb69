using Oms.Graph.Ontology;

namespace Oms.Graph.Search;

/// <summary>GraphQL type <c>SearchHit</c>.</summary>
internal sealed class SearchHit(Revision revision, SearchMatch match)
{
    public SearchKind Kind => match.Entry.Kind;

    public ElementNode Element => ElementNode.Of(revision, match.Element);

    public MemberNode? Member => match.Entry.Member is { } member ? MemberNode.Of(revision, match.Element, member) : null;

    public SearchField Field => match.Text.Field;

    public string Text => match.Text.Text;

    public string? Language => match.Text.Language;

    public double Score => match.Score;
}
