using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace Oms.Domain.History;

/// <summary>
/// Escapes in JSON strings only what JSON demands, in the forms of RFC 8785 section 3.2.2.2: the quotation mark, the backslash and what is
/// below U+0020. The framework's own encoders also escape every character outside the basic plane and those that its version of Unicode
/// does not know, so that a new version of .NET would change hashes.
/// </summary>
internal sealed unsafe class CanonicalEncoder : JavaScriptEncoder
{
    internal static readonly CanonicalEncoder Instance = new();

    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c), '"', '\\']);

    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or '"' or '\\';

    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var rest = new ReadOnlySpan<char>(text, textLength);
        var escaped = rest.IndexOfAny(Escaped);
        var broken = BrokenSurrogate(escaped < 0 ? rest : rest[..escaped]);
        return broken < 0 ? escaped : broken;
    }

    // Half a surrogate pair goes to the framework, which puts U+FFFD in its place.
    private static int BrokenSurrogate(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOfAnyInRange('\ud800', '\udfff'); i >= 0 && i < text.Length; i++)
            if (char.IsSurrogate(text[i]) && Rune.DecodeFromUtf16(text[i..], out _, out _) != OperationStatus.Done)
                return i;
            else if (char.IsSurrogate(text[i]))
                i++;
        return -1;
    }

    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var form = unicodeScalar switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\b' => "\\b",
            '\t' => "\\t",
            '\n' => "\\n",
            '\f' => "\\f",
            '\r' => "\\r",
            < ' ' => $"\\u{unicodeScalar:x4}",
            _ => new Rune(unicodeScalar).ToString(),
        };
        var fits = form.TryCopyTo(new Span<char>(buffer, bufferLength));
        numberOfCharactersWritten = fits ? form.Length : 0;
        return fits;
    }
}
