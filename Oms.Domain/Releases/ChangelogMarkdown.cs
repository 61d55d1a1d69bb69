using System.Globalization;
using System.Text;

namespace Oms.Domain.Releases;

/// <summary>A changelog as Markdown (CommonMark 0.31). What users wrote stands in it as text, never as markup.</summary>
public static class ChangelogMarkdown
{
    private const string Marks = "\\`*_{}[]<>()#+-.!|&~";

    /// <summary>Writes it.</summary>
    /// <param name="changelog">The changelog.</param>
    /// <param name="release">The release that it leads to.</param>
    /// <param name="since">The version that it starts from; null for nothing.</param>
    /// <param name="language">The language, <c>en</c> or <c>ko</c>.</param>
    public static string Write(Changelog changelog, Release release, SemanticVersion? since, string language)
    {
        ArgumentNullException.ThrowIfNull(changelog);
        ArgumentNullException.ThrowIfNull(release);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {release.Version} ({release.At:yyyy-MM-dd})\n");
        if (release.Notes.Length > 0)
            text.Append('\n').Append(Escaped(release.Notes)).Append('\n');
        if (since is { } from)
            text.Append('\n').Append(language == "ko" ? $"{from} 이후의 변경 사항입니다." : $"What changed since {from}.").Append('\n');
        foreach (var section in changelog.Sections)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {section.Title.In(language)}\n\n");
            foreach (var entry in section.Entries)
                text.Append("- ").Append(entry.Rule is null ? string.Empty : $"`{entry.Rule}` ").Append(Escaped(entry.Sentence.In(language) ?? string.Empty)).Append('\n');
        }

        return text.ToString();
    }

    private static StringBuilder Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            // A full stop or a hyphen is markup at the start of a line only.
            var isMark = text[i] is '.' or '-' or '+' or '!' or '(' or ')' ? i == 0 : Marks.Contains(text[i], StringComparison.Ordinal);
            if (isMark)
                escaped.Append('\\');
            escaped.Append(text[i] is '\r' or '\n' ? ' ' : text[i]);
        }

        return escaped;
    }
}
