using System.Text;

namespace Oms.Engine.Language;

/// <summary>The text of a document. Offsets and columns count UTF-16 code units; CR LF, LF and CR each end a line (spec 2.1.3).</summary>
public sealed class Source
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private int[]? _lineStarts;

    /// <summary>A source of the given text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">A name for messages, such as a file name.</param>
    public Source(string text, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        Name = name;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>A name for messages, such as a file name.</summary>
    public string? Name { get; }

    /// <summary>Decodes UTF-8.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="name">A name for messages, such as a file name.</param>
    /// <returns>The source.</returns>
    /// <exception cref="SyntaxException">The bytes are not UTF-8; line and column are those of the first bad byte.</exception>
    public static Source FromUtf8(ReadOnlySpan<byte> utf8, string? name = null)
    {
        try
        {
            return new Source(StrictUtf8.GetString(utf8), name);
        }
        catch (DecoderFallbackException e)
        {
            var valid = new Source(Encoding.UTF8.GetString(utf8[..Math.Clamp(e.Index, 0, utf8.Length)]), name);
            throw new SyntaxException(valid, valid.Text.Length, "The document is not valid UTF-8.");
        }
    }

    /// <summary>Line and column of an offset. The line table is made at the first call.</summary>
    /// <param name="offset">An offset from 0 to the length of the text.</param>
    /// <returns>The place.</returns>
    public SourcePosition GetPosition(int offset)
    {
        var starts = _lineStarts ??= FindLineStarts(Text);
        var index = Array.BinarySearch(starts, offset);
        if (index < 0)
            index = ~index - 1;
        return new SourcePosition(index + 1, offset - starts[index] + 1);
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n' || (c == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                starts.Add(i + 1);
        }

        return [.. starts];
    }
}
