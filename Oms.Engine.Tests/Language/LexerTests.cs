using Oms.Engine.Language;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Language;

public sealed class LexerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("\uFEFF ,\t#comment\r\n", "")]
    [InlineData("a b", "Name:a Name:b")]
    [InlineData("!$&()...:=@[]{|}", "! $ & ( ) ... : = @ [ ] { | }")]
    [InlineData("0 -0 12 -7", "Int:0 Int:-0 Int:12 Int:-7")]
    [InlineData("0.5 1e10 1E-3 -1.5e+2", "Float:0.5 Float:1e10 Float:1E-3 Float:-1.5e+2")]
    [InlineData("_a1 __b", "Name:_a1 Name:__b")]
    [InlineData("\"\"", "String:")]
    [InlineData("\"a\\u00e9\\n\"", "String:aé\n")]
    [InlineData("\"\\u{1F600}\\uD83D\\uDE00\\u{00000041}\"", "String:😀😀A")]
    [InlineData("\"\"\"\n  a\n    b\n\n  c\n\"\"\"", "BlockString:a\n  b\n\nc")]
    [InlineData("\"\"\"x \\\"\"\" y\"\"\"", "BlockString:x \"\"\" y")]
    [InlineData("\"\"\" \\n \"\"\"", "BlockString: \\n ")]
    public void Reads_tokens_and_their_values(string text, string expected) => Describe(text).ShouldBe(expected);

    [Theory]
    [InlineData("?", 1, 1)]
    [InlineData(" ..", 1, 2)]
    [InlineData("a\n 'b'", 2, 2)]
    [InlineData("00", 1, 2)]
    [InlineData("-", 1, 2)]
    [InlineData("1.", 1, 3)]
    [InlineData("1.e", 1, 3)]
    [InlineData("1e", 1, 3)]
    [InlineData("12a", 1, 3)]
    [InlineData("1.2.3", 1, 4)]
    [InlineData("\"a", 1, 3)]
    [InlineData("\"a\nb\"", 1, 3)]
    [InlineData("\"\\x\"", 1, 2)]
    [InlineData("\"\\u12G4\"", 1, 2)]
    [InlineData("\"\\u{}\"", 1, 2)]
    [InlineData("\"\\u{110000}\"", 1, 2)]
    [InlineData("\"\\u{D83D}\"", 1, 2)]
    [InlineData("\"a \\uDE00\"", 1, 4)]
    [InlineData("\"\\uD83D\\u0041\"", 1, 2)]
    [InlineData("\"\"\"a\n", 2, 1)]
    [InlineData("a\u200Db", 1, 2)]
    [InlineData("a😀", 1, 2)]
    [InlineData("\0", 1, 1)]
    public void Names_the_place_of_what_is_no_token(string text, int line, int column)
    {
        var error = Should.Throw<SyntaxException>(() => Describe(text));
        (error.Line, error.Column).ShouldBe((line, column));
        error.Message.ShouldStartWith("Syntax Error: ");
    }

    [Fact]
    public void Refuses_half_of_a_surrogate_pair_wherever_it_stands()
    {
        // Attribute arguments are stored as UTF-8 and cannot hold these texts.
        foreach (var text in new[] { "\"\uD83D\"", "\"\"\"\uDE00\"\"\"", "#\uD83D", "\uD83D" })
            Should.Throw<SyntaxException>(() => Describe(text));
    }

    [Fact]
    public void Gives_the_end_again_and_again()
    {
        var lexer = new Lexer(new Source("a "));
        lexer.Next().Kind.ShouldBe(TokenKind.Name);
        lexer.Next().ShouldBe(new Token(TokenKind.EndOfFile, 2, 2));
        lexer.Next().ShouldBe(new Token(TokenKind.EndOfFile, 2, 2));
    }

    private static string Describe(string text)
    {
        var lexer = new Lexer(new Source(text));
        var tokens = new List<string>();
        for (var token = lexer.Next(); token.Kind != TokenKind.EndOfFile; token = lexer.Next())
            tokens.Add(lexer.GetValue(token) is { } value ? $"{TokenText.Of(token.Kind)}:{value}" : TokenText.Of(token.Kind));
        return string.Join(' ', tokens);
    }
}
