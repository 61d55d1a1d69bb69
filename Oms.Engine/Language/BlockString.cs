using System.Text;

namespace Oms.Engine.Language;

/// <summary>Block strings (spec 2.9.4, BlockStringValue).</summary>
internal static class BlockString
{
    private const int ReadableLength = 70;

    /// <summary>The value of a block string: escaped triple quotes resolved, common indent and blank first and last lines removed.</summary>
    /// <param name="raw">The text between the triple quotation marks.</param>
    /// <returns>The value, whose lines end in LF.</returns>
    public static string Dedent(ReadOnlySpan<char> raw)
    {
        var commonIndent = int.MaxValue;
        var first = -1;
        var last = -1;
        var number = 0;
        foreach (var line in new Lines(raw))
        {
            var indent = Indent(line);
            if (indent < line.Length)
            {
                first = first < 0 ? number : first;
                last = number;
                if (number > 0)
                    commonIndent = Math.Min(commonIndent, indent);
            }

            number++;
        }

        var value = new StringBuilder(raw.Length);
        number = 0;
        foreach (var line in new Lines(raw))
        {
            if (number > first && number <= last)
                value.Append('\n');
            if (number >= first && number <= last)
                value.Append(number == 0 ? line : line[Math.Min(commonIndent, line.Length)..]);
            number++;
        }

        return value.Replace("\\\"\"\"", "\"\"\"").ToString();
    }

    /// <summary>Writes a block string, indented like the lines around it.</summary>
    /// <param name="output">Where to write to.</param>
    /// <param name="value">The value.</param>
    /// <param name="indent">The indent of the lines around it.</param>
    public static void Append(StringBuilder output, string value, string indent)
    {
        var (leading, trailing) = ChooseNewLines(value);
        output.Append("\"\"\"");
        if (leading)
            output.Append('\n').Append(indent);
        var isFirst = true;
        foreach (var line in new Lines(value))
        {
            if (!isFirst)
                output.Append('\n').Append(indent);
            output.Append(line.ToString().Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal));
            isFirst = false;
        }

        if (trailing)
            output.Append('\n').Append(indent);
        output.Append("\"\"\"");
    }

    /// <summary>Whether a block string of this value reads back as the same value.</summary>
    /// <param name="value">The value.</param>
    public static bool CanHold(string value)
    {
        if (value.Length == 0)
            return true;
        foreach (var c in value)
        {
            if (c is < '\x10' and not ('\t' or '\n'))
                return false;
        }

        var lines = value.Split('\n');
        if (IsBlank(lines[0]) || IsBlank(lines[^1]))
            return false;
        return lines.Length == 1 || !lines.All(line => IsBlank(line) || line[0] is ' ' or '\t');
    }

    // A single line keeps its leading white space only when no line break is put before it; several lines keep theirs only when one is.
    private static (bool Leading, bool Trailing) ChooseNewLines(string value)
    {
        var lineCount = 0;
        var laterLinesIndented = true;
        foreach (var line in new Lines(value))
        {
            if (lineCount > 0 && line.Length > 0 && line[0] is not (' ' or '\t'))
                laterLinesIndented = false;
            lineCount++;
        }

        var forceLeading = lineCount > 1 && laterLinesIndented;
        var endsInQuotes = value.EndsWith("\"\"\"", StringComparison.Ordinal);
        var forceTrailing = (value.EndsWith('"') && !endsInQuotes) || value.EndsWith('\\');
        var spread = lineCount > 1 || value.Length > ReadableLength || forceTrailing || forceLeading || endsInQuotes;
        var mustStartAtOnce = lineCount == 1 && value.Length > 0 && value[0] is ' ' or '\t';
        return ((spread && !mustStartAtOnce) || forceLeading, spread);
    }

    private static bool IsBlank(string line) => Indent(line) == line.Length;

    private static int Indent(ReadOnlySpan<char> line)
    {
        var length = line.IndexOfAnyExcept(' ', '\t');
        return length < 0 ? line.Length : length;
    }

    /// <summary>The lines of a text, ended by LF, CR LF or CR.</summary>
    private ref struct Lines(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;
        private bool _ended;

        public ReadOnlySpan<char> Current { get; private set; }

        public readonly Lines GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_ended)
                return false;
            var end = _rest.IndexOfAny('\n', '\r');
            if (end < 0)
            {
                _ended = true;
                Current = _rest;
                return true;
            }

            Current = _rest[..end];
            _rest = _rest[(end + (_rest[end..].StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1))..];
            return true;
        }
    }
}
