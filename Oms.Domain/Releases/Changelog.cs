using System.Collections.Immutable;
using Oms.Domain.Compatibility;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;

namespace Oms.Domain.Releases;

/// <summary>What changed between two versions, for people: in sentences, in parts, what breaks first.</summary>
/// <param name="Sections">The parts that have something to say, in the order of <see cref="ChangelogSectionKind"/>.</param>
public sealed record Changelog(ImmutableArray<ChangelogSection> Sections)
{
    /// <summary>Writes it. Cost follows the change.</summary>
    public static Changelog Of(Snapshot before, Snapshot after)
    {
        ArgumentNullException.ThrowIfNull(before);
        var lines = SemanticDiff.Compare(before, after).Select(e => (Kind: KindOf(e), Entry: new ChangelogEntry(e.Sentence, e.Path.Text, null)));
        // What comes first breaks nobody.
        var breaks = before.Count == 0 ? [] : Breaks(OntologyComparison.Compare(before, after));
        return new Changelog(
        [
            .. breaks.Select(b => (Kind: ChangelogSectionKind.Breaking, Entry: b)).Concat(lines)
                .GroupBy(l => l.Kind, l => l.Entry).OrderBy(g => g.Key).Select(g => new ChangelogSection(g.Key, [.. g])),
        ]);
    }

    private static ChangelogSectionKind KindOf(DiffEntry entry) => entry switch
    {
        { Path.Text: var path } when path.Contains("/deprecation", StringComparison.Ordinal) => ChangelogSectionKind.Deprecated,
        { Path.Text: var path, After.Text: "\"DEPRECATED\"" } when path.EndsWith("/status", StringComparison.Ordinal) => ChangelogSectionKind.Deprecated,
        { Operation: DiffOperation.Rename } => ChangelogSectionKind.Renamed,
        { Operation: DiffOperation.Add } when IsWhole(entry) => ChangelogSectionKind.Added,
        { Operation: DiffOperation.Delete } when IsWhole(entry) => ChangelogSectionKind.Removed,
        _ => ChangelogSectionKind.Changed,
    };

    // An element or a member, and not a field of one: a description that came is a change of what it describes.
    private static bool IsWhole(DiffEntry entry) =>
        entry.Path.Text.EndsWith(entry.Path.Member?.Value ?? entry.Path.Element.Value, StringComparison.Ordinal);

    private static IEnumerable<ChangelogEntry> Breaks(ImmutableArray<Finding> findings) => findings
        .Where(f => f.Criticality == Criticality.Breaking)
        .GroupBy(f => (f.Rule, f.Path, f.Message))
        .Select(g =>
        {
            var planes = string.Join(", ", g.Select(f => f.Plane.ToString()).Order(StringComparer.Ordinal));
            return new ChangelogEntry(
                new LocalizedText(
                [
                    new("en", $"{g.Key.Message} (breaks {planes})."),
                    new("ko", $"{g.Key.Path}: {planes}와(과) 호환되지 않습니다 ({g.Key.Message})."),
                ]),
                g.Key.Path, g.Key.Rule);
        });
}
