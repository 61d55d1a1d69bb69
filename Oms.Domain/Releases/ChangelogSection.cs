using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.Releases;

/// <summary>One part of a changelog.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Entries">Its lines; at least one.</param>
public sealed record ChangelogSection(ChangelogSectionKind Kind, ImmutableArray<ChangelogEntry> Entries)
{
    /// <summary>Its heading in English and Korean.</summary>
    public LocalizedText Title => Kind switch
    {
        ChangelogSectionKind.Breaking => Both("Breaking changes", "호환되지 않는 변경"),
        ChangelogSectionKind.Added => Both("Added", "추가"),
        ChangelogSectionKind.Renamed => Both("Renamed", "이름 변경"),
        ChangelogSectionKind.Changed => Both("Changed", "변경"),
        ChangelogSectionKind.Deprecated => Both("Deprecated", "사용 중단 예정"),
        _ => Both("Removed", "삭제"),
    };

    private static LocalizedText Both(string english, string korean) => new([new("en", english), new("ko", korean)]);
}
