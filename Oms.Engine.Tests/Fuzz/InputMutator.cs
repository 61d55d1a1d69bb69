using System.Text;
using Oms.Engine.Tests.Language;

namespace Oms.Engine.Tests.Fuzz;

/// <summary>Makes inputs out of documents: by the tokens of the grammar, so that much gets past the parser, and by bytes.</summary>
internal sealed class InputMutator(Random random)
{
    private static readonly string[] Tokens =
    [
        "{", "}", "(", ")", "[", "]", ":", "=", "!", "|", "&", "@", "$", "...", "... on N", "...F", "{ x }", "{ n { x } }", "n", "x", "named", "echo(any: ", "1", "-0", "1e999",
        "99999999999999999999", "1.0", "\"", "\"\"\"", "\"\\u{10FFFF}\"", "\"\\ud800\"", "\"\\u{FFFFFFFF}\"", "\\", "#", "\n", "\r", ",", "\uFEFF", "null", "true", "$v", "$v: Int",
        "query", "mutation", "subscription", "fragment F on N", "on", "__schema", "__type(name: \"N\")", "__typename", "@skip(if: $b)", "@include(if: true)", "@defer", "@stream",
        "type", "extend", "schema", "directive @a on FIELD", "\u0000", "\uD83D\uDE00", "é",
    ];

    private static readonly string[] Seeds =
    [
        "query Q($v: Int = 1, $b: Boolean!) { n { x n @skip(if: $b) { ...F } } twice(number: $v) echo(any: [1, {a: \"b\"}]) } fragment F on N { x n { x } }",
        "{ named { __typename ... on N { x } ... on M { y } } __schema { types { name fields { name type { ofType { name } } } } } }",
        "mutation M { touch(input: { a: 1, b: [2, 3] }) { x } }",
        "{ a: n { x } b: n { ...F } c: n { ... @include(if: true) { x } } } fragment F on N { a: x }",
    ];

    /// <summary>The next input.</summary>
    public byte[] Next()
    {
        var text = random.Next(4) == 0 ? RandomDocument.Create(random.Next()) : Seeds[random.Next(Seeds.Length)];
        for (var i = random.Next(6); i > 0; i--)
            text = Mutate(text);
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = random.Next(3) == 0 ? random.Next(1, 5) : 0; i > 0 && bytes.Length > 0; i--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    /// <summary>A body around a document, itself changed now and then.</summary>
    public byte[] NextBody()
    {
        var document = System.Text.Json.JsonSerializer.Serialize(Encoding.UTF8.GetString(Next()));
        var body = random.Next(6) switch
        {
            0 => $"[{{\"query\":{document}}},{{\"query\":{document}}}]",
            1 => $"{{\"query\":{document},\"variables\":{{\"v\":1e99,\"b\":true}},\"operationName\":\"Q\"}}",
            2 => $"{{\"documentId\":{document}}}",
            3 => $"{{\"query\":{document},\"extensions\":{{\"persistedQuery\":{{\"sha256Hash\":{document}}}}}}}",
            _ => $"{{\"query\":{document},\"variables\":{{\"v\":5,\"b\":false}}}}",
        };
        var bytes = Encoding.UTF8.GetBytes(body);
        for (var i = random.Next(3) == 0 ? random.Next(1, 4) : 0; i > 0; i--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(10) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private string Mutate(string text)
    {
        var (from, to) = (random.Next(text.Length + 1), random.Next(text.Length + 1));
        if (from > to)
            (from, to) = (to, from);
        return random.Next(6) switch
        {
            0 => text[..from] + text[to..],
            1 => text[..to] + text[from..],
            2 => text[..from] + string.Concat(Enumerable.Repeat(Tokens[random.Next(Tokens.Length)], random.Next(1, 400))) + text[from..],
            3 => text[..from] + text[from..to] + string.Concat(Enumerable.Repeat(text[from..to], random.Next(1, 5))) + text[to..],
            _ => text[..from] + " " + Tokens[random.Next(Tokens.Length)] + " " + text[from..],
        };
    }
}
