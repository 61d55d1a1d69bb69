using System.Globalization;
using System.Text;

namespace Oms.Domain.Import.Rdf;

/// <summary>Reads one line of N-Triples (RDF 1.1 N-Triples, section 7).</summary>
internal ref struct NTriplesLine
{
    private readonly ReadOnlySpan<char> text;
    private int at;
    private string? fault;

    private NTriplesLine(ReadOnlySpan<char> text) => this.text = text;

    /// <summary>Reads a line without its end.</summary>
    /// <param name="text">The line.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="triple">The statement; null where the line is blank or a comment, or wrong.</param>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    internal static string? Read(ReadOnlySpan<char> text, int number, out Triple? triple)
    {
        triple = null;
        var line = new NTriplesLine(text);
        line.SkipSpace();
        if (line.IsOver)
            return null;
        if (text.StartsWith("<<<<<<<") || text.StartsWith("=======") || text.StartsWith(">>>>>>>") || text.StartsWith("|||||||"))
            return "a merge conflict was left in the file";
        var read = line.ReadTriple(number);
        triple = line.fault is null ? read : null;
        return line.fault;
    }

    private readonly bool IsOver => at == text.Length || text[at] == '#';

    private Triple? ReadTriple(int number)
    {
        var subject = Resource("a subject");
        SkipSpace();
        var predicate = Next == '<' ? Iri() : Fail("a predicate, an IRI in angle brackets,");
        SkipSpace();
        var term = Next == '"' ? Literal() : new Term(Resource("an object"), false);
        SkipSpace();
        if (fault is null && Next != '.')
            Fail("a full stop");
        at++;
        SkipSpace();
        if (fault is null && !IsOver)
            Fail("the end of the line");
        return fault is null ? new Triple(subject, predicate, term, number) : null;
    }

    private readonly char Next => at < text.Length ? text[at] : '\0';

    private void SkipSpace()
    {
        while (at < text.Length && text[at] is ' ' or '\t')
            at++;
    }

    private string Resource(string what) => fault is not null ? string.Empty : Next switch
    {
        '<' => Iri(),
        '_' => BlankNode(),
        _ => Fail($"{what}, an IRI in angle brackets or a blank node,"),
    };

    private string Iri()
    {
        if (fault is not null)
            return string.Empty;
        var start = ++at;
        while (at < text.Length && text[at] is not ('>' or ' ' or '<' or '"'))
            at++;
        if (Next != '>')
            return Fail("'>' at the end of an IRI");
        var iri = Unescaped(text[start..at++]);
        return fault is not null || iri.Contains(':') ? iri : Fault($"'{Shown(iri)}' is no absolute IRI");
    }

    private string BlankNode()
    {
        var start = at;
        while (at < text.Length && text[at] is not (' ' or '\t' or '<' or '"'))
            at++;
        var label = text[start..at];
        return label.Length > 2 && label[1] == ':' ? label.ToString() : Fault($"'{Shown(label)}' is no blank node");
    }

    private Term Literal()
    {
        if (fault is not null)
            return default;
        var start = ++at;
        while (at < text.Length && text[at] != '"')
            at += text[at] == '\\' ? 2 : 1;
        if (at >= text.Length)
        {
            at = text.Length;
            Fail("'\"' at the end of a text");
            return default;
        }

        var value = Unescaped(text[start..at++]);
        if (Next == '@')
            return new Term(value, true, Language());
        if (!text[at..].StartsWith("^^<"))
            return new Term(value, true);
        at += 2;
        return new Term(value, true, null, Iri());
    }

    private string Language()
    {
        var start = ++at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '-'))
            at++;
        return at > start ? text[start..at].ToString().ToLowerInvariant() : Fail("a language after '@'");
    }

    private string Unescaped(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('\\'))
            return raw.ToString();
        var plain = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length && fault is null; i++)
            if (raw[i] == '\\')
                i += Escape(raw[(i + 1)..], plain);
            else
                plain.Append(raw[i]);
        return plain.ToString();
    }

    // Gives how many characters after the backslash belong to the escape.
    private int Escape(ReadOnlySpan<char> rest, StringBuilder plain)
    {
        var c = rest.Length > 0 ? rest[0] : '\0';
        var simple = "tbnrf\"'\\".IndexOf(c);
        if (simple >= 0)
        {
            plain.Append("\t\b\n\r\f\"'\\"[simple]);
            return 1;
        }

        var digits = c switch { 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0 || rest.Length <= digits
            || !int.TryParse(rest.Slice(1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || !Rune.IsValid(code))
        {
            Fault($"'\\{Shown(rest[..Math.Min(rest.Length, 1 + digits)])}' is no escape");
            return 0;
        }

        plain.Append(new Rune(code).ToString());
        return 1 + digits;
    }

    private string Fail(string expected) => Fault(at >= text.Length
        ? $"expected {expected} but the line ends"
        : $"expected {expected} at column {at + 1}, not '{Shown(text[at..])}'");

    private string Fault(string what)
    {
        fault ??= what;
        return string.Empty;
    }

    private static string Shown(ReadOnlySpan<char> raw)
    {
        var shown = new StringBuilder();
        foreach (var c in raw[..Math.Min(raw.Length, 20)])
            shown.Append(char.IsControl(c) || char.IsSurrogate(c) ? '?' : c);
        return raw.Length > 20 ? $"{shown}…" : shown.ToString();
    }
}
