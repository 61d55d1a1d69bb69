using System.Text;

namespace Oms.Engine.Tests.Differential;

/// <summary>Breaks texts by characters and by pieces of the grammar, so that every place of a lexer and parser is met with what does not belong there.</summary>
internal sealed class SourceMutator(Random random)
{
    private static readonly string[] Pieces =
    [
        "{", "}", "(", ")", "[", "]", ":", "=", "!", "|", "&", "@", "$", "...", "..", ".", ",", "\uFEFF", "#", "# note\n", "\n", "\r", "\r\n", "\t", " ", "\u00A0", "\u2028", "\0", "\u007F", "\u0001",
        "\"", "\"\"", "\"\"\"", "\"a\"", "\"\\u00e9\"", "\"\\u{1F600}\"", "\"\\u{110000}\"", "\"\\u{}\"", "\"\\u{D800}\"", "\"\\uD83D\\uDE00\"", "\"\\uD83D\"", "\"\\uDE00\"", "\"\\u12\"", "\"\\x\"", "\"\\", "\"a\nb\"",
        "\"😀\"", "😀", "\"\"\"😀\"\"\"", "\"\"\"\n  a\n    b\n\n   \"\"\"", "\"\"\" \\\"\"\" \"\"\"", "\"\"\"\r\n\t x\r\n\"\"\"", "\"\"\"a\\\"", "\"\"\"\"\"\"", "\"\"\"\"\"\"\"", "\"\"\"\\u0041\"\"\"",
        "0", "-0", "00", "01", "-", "+1", "1.", "1.0", ".5", "1e", "1e5", "1E+05", "1e-", "1.5e3", "0x1", "1a", "1_000", "123.abc", "1.2.3", "0.0e-0", "9007199254740993", "-1e309", "1.a", "1...", "1\"a\"", "1$a",
        "true", "false", "null", "on", "query", "mutation", "subscription", "fragment", "extend", "schema", "type", "interface", "union", "enum", "input", "scalar", "directive", "implements", "repeatable", "FIELD", "VARIABLE_DEFINITION",
        "Name", "_", "__a", "é", "a1", "ａ", "extend type", "extend schema", "extend scalar S", "{}", "()", "[]", "{a}", "(a: 1)", "($a: Int)", "($a: Int = 1 @b)", "($a: Int = $b)", "on on", "fragment on on T {a}", "@a(b: $c)", "= |A|B", "implements & A & B", "implements A B",
        "type T {}", "type T", "type T {a(): Int}", "enum E {true}", "enum E {}", "union U =", "directive @a on FIELD | WRONG", "directive @a repeatable on FIELD", "input I {a: Int = $b}", "interface I implements J {a: Int}", "schema {query: A query: B}", "schema {other: A}",
        "\"d\" {a}", "\"d\" query {a}", "\"d\" query Q($a: Int \"e\") {a}", "query Q(\"d\" $a: Int) {a}", "\"d\" fragment F on T {a}", "\"d\" extend type T {a: Int}", "\"\"\"d\"\"\" type T {\"e\" a: Int}", "query Q()", "query {}", "fragment F($a: Int) on T {a}",
    ];

    /// <summary>A text that is broken in up to three places.</summary>
    public string Mutate(string source)
    {
        var text = new StringBuilder(source);
        for (var i = random.Next(1, 4); i > 0; i--)
            MutateOnce(text);
        return text.ToString();
    }

    /// <summary>A text of pieces that follow each other by chance.</summary>
    public string Make() =>
        string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => Pieces[random.Next(Pieces.Length)] + (random.Next(2) == 0 ? " " : "")));

    private void MutateOnce(StringBuilder text)
    {
        var at = random.Next(text.Length + 1);
        switch (random.Next(6))
        {
            case 0 or 1:
                text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                break;
            case 2:
                text.Remove(at, Math.Min(text.Length - at, random.Next(1, 4)));
                break;
            case 3:
                var length = Math.Min(text.Length - at, random.Next(1, 12));
                text.Insert(random.Next(text.Length + 1), text.ToString(at, length));
                break;
            case 4:
                text.Length = at;
                break;
            default:
                text.Insert(at, random.Next(3) switch { 0 => '\n', 1 => '"', _ => (char)random.Next(1, 128) });
                break;
        }
    }
}
