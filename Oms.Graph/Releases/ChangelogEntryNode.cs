using Oms.Domain.Releases;

namespace Oms.Graph.Releases;

/// <summary>GraphQL type <c>ChangelogEntry</c>.</summary>
internal sealed class ChangelogEntryNode(ChangelogEntry entry)
{
    public string? Path => entry.Path;

    public string? Rule => entry.Rule;

    public string Sentence(string language) => entry.Sentence.In(language) ?? string.Empty;
}
