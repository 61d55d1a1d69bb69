using Oms.Domain.Releases;

namespace Oms.Graph.Releases;

/// <summary>GraphQL type <c>ChangelogSection</c>.</summary>
internal sealed class ChangelogSectionNode(ChangelogSection section)
{
    private const int Most = 1_000;

    public ChangelogSectionKind Kind => section.Kind;

    public int Count => section.Entries.Length;

    public string Title(string language) => section.Title.In(language)!;

    public IReadOnlyList<ChangelogEntryNode> GetEntries(int first) => [.. section.Entries.Take(Math.Clamp(first, 0, Most)).Select(e => new ChangelogEntryNode(e))];
}
