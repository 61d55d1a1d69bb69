using Oms.Domain.Ontology;
using Oms.Domain.Releases;

namespace Oms.Graph.Releases;

/// <summary>GraphQL type <c>Changelog</c>.</summary>
internal sealed class ChangelogNode(Release release, SemanticVersion? since, Snapshot before, Snapshot after)
{
    private readonly Lazy<Changelog> changelog = new(() => Changelog.Of(before, after));

    public string? Since => since?.Value;

    public string Version => release.Version.Value;

    public IReadOnlyList<ChangelogSectionNode> Sections => [.. changelog.Value.Sections.Select(s => new ChangelogSectionNode(s))];

    public string Markdown(string language) => ChangelogMarkdown.Write(changelog.Value, release, since, language);
}
