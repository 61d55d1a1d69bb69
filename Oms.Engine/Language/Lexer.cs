using System.Buffers;

namespace Oms.Engine.Language;

/// <summary>
/// Splits a source into tokens (spec 2.1). Allocates nothing but the values asked for. Not for use by several threads at once.
/// </summary>
/// <param name="source">The source.</param>
public sealed class Lexer(Source source)
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private readonly string _text = source.Text;
    private int _position;

    /// <summary>The source.</summary>
    public Source Source { get; } = source;

    /// <summary>Reads the next token. At the end it gives <see cref="TokenKind.EndOfFile"/>, again and again.</summary>
    /// <returns>The token.</returns>
    /// <exception cref="SyntaxException">The text here is no token.</exception>
    public Token Next()
    {
        var token = ReadToken(SkipIgnored(_position));
        _position = token.End;
        return token;
    }

    /// <summary>Reads the token that <see cref="Next"/> would give, without moving on.</summary>
    /// <returns>The token.</returns>
    /// <exception cref="SyntaxException">The text here is no token.</exception>
    public Token Peek() => ReadToken(SkipIgnored(_position));

    /// <summary>The token as it stands in the source.</summary>
    /// <param name="token">A token of this source.</param>
    public ReadOnlySpan<char> GetText(Token token) => _text.AsSpan(token.Start, token.End - token.Start);

    /// <summary>
    /// What the token means: the text of a name or number, a string with its escapes resolved, a block string without its common
    /// indent (spec 2.9.4).
    /// </summary>
    /// <param name="token">A token of this source.</param>
    /// <returns>The value; null for punctuators and the end.</returns>
    public string? GetValue(Token token) => token.Kind switch
    {
        TokenKind.Name or TokenKind.Int or TokenKind.Float => GetText(token).ToString(),
        TokenKind.String => StringLiteral.Unescape(_text.AsSpan(token.Start + 1, token.End - token.Start - 2)),
        TokenKind.BlockString => BlockString.Dedent(_text.AsSpan(token.Start + 3, token.End - token.Start - 6)),
        _ => null,
    };

    private int SkipIgnored(int position)
    {
        var text = _text;
        while (position < text.Length)
        {
            switch (text[position])
            {
                case ',' or ' ' or '\t' or '\n' or '\r' or '\uFEFF':
                    position++;
                    break;
                case '#':
                    position = SkipComment(position + 1);
                    break;
                default:
                    return position;
            }
        }

        return position;
    }

    private int SkipComment(int position)
    {
        while (position < _text.Length && _text[position] is not ('\n' or '\r'))
        {
            var width = CharacterWidth(position);
            if (width == 0)
                break;
            position += width;
        }

        return position;
    }

    private Token ReadToken(int position)
    {
        if (position >= _text.Length)
            return new Token(TokenKind.EndOfFile, _text.Length, _text.Length);
        var c = _text[position];
        switch (c)
        {
            case '!': return Punctuator(TokenKind.Bang, position);
            case '$': return Punctuator(TokenKind.Dollar, position);
            case '&': return Punctuator(TokenKind.Ampersand, position);
            case '(': return Punctuator(TokenKind.LeftParenthesis, position);
            case ')': return Punctuator(TokenKind.RightParenthesis, position);
            case ':': return Punctuator(TokenKind.Colon, position);
            case '=': return Punctuator(TokenKind.Equal, position);
            case '@': return Punctuator(TokenKind.At, position);
            case '[': return Punctuator(TokenKind.LeftBracket, position);
            case ']': return Punctuator(TokenKind.RightBracket, position);
            case '{': return Punctuator(TokenKind.LeftBrace, position);
            case '|': return Punctuator(TokenKind.Pipe, position);
            case '}': return Punctuator(TokenKind.RightBrace, position);
            case '.' when StartsWith(position, "..."):
                return new Token(TokenKind.Spread, position, position + 3);
            case '"':
                return StartsWith(position, "\"\"\"") ? ReadBlockString(position) : ReadString(position);
        }

        if (char.IsAsciiDigit(c) || c == '-')
            return ReadNumber(position);
        if (char.IsAsciiLetter(c) || c == '_')
            return ReadName(position);
        throw Error(position, $"Unexpected character: {DescribeCharacter(position)}.");
    }

    private static Token Punctuator(TokenKind kind, int position) => new(kind, position, position + 1);

    private bool StartsWith(int position, string expected) => _text.AsSpan(position).StartsWith(expected, StringComparison.Ordinal);

    private Token ReadName(int start)
    {
        var length = _text.AsSpan(start).IndexOfAnyExcept(NameCharacters);
        return new Token(TokenKind.Name, start, length < 0 ? _text.Length : start + length);
    }

    private Token ReadNumber(int start)
    {
        var position = start;
        var kind = TokenKind.Int;
        if (At(position) == '-')
            position++;
        if (At(position) == '0')
        {
            position++;
            if (char.IsAsciiDigit(At(position)))
                throw Error(position, $"Invalid number, no digit may follow a leading 0: {DescribeCharacter(position)}.");
        }
        else
        {
            position = ReadDigits(position);
        }

        if (At(position) == '.')
        {
            kind = TokenKind.Float;
            position = ReadDigits(position + 1);
        }

        if (At(position) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            position++;
            if (At(position) is '+' or '-')
                position++;
            position = ReadDigits(position);
        }

        if (At(position) is '.' or '_' || char.IsAsciiLetter(At(position)))
            throw ExpectedDigit(position);
        return new Token(kind, start, position);
    }

    private int ReadDigits(int position)
    {
        if (!char.IsAsciiDigit(At(position)))
            throw ExpectedDigit(position);
        do
            position++;
        while (char.IsAsciiDigit(At(position)));
        return position;
    }

    // NUL is no part of any token, so it may stand for the end.
    private char At(int position) => position < _text.Length ? _text[position] : '\0';

    private Token ReadString(int start)
    {
        var position = start + 1;
        while (position < _text.Length)
        {
            switch (_text[position])
            {
                case '"':
                    return new Token(TokenKind.String, start, position + 1);
                case '\\':
                    var escape = StringLiteral.ReadEscape(_text.AsSpan(position), out _);
                    if (escape == 0)
                        throw Error(position, $"Invalid escape sequence: {DescribeEscape(position)}.");
                    position += escape;
                    break;
                case '\n' or '\r':
                    throw Error(position, "Unterminated string.");
                default:
                    position += ReadStringCharacter(position);
                    break;
            }
        }

        throw Error(position, "Unterminated string.");
    }

    private Token ReadBlockString(int start)
    {
        var position = start + 3;
        while (position < _text.Length)
        {
            var c = _text[position];
            if (c == '"' && StartsWith(position, "\"\"\""))
                return new Token(TokenKind.BlockString, start, position + 3);
            if (c == '\\' && StartsWith(position, "\\\"\"\""))
                position += 4;
            else
                position += ReadStringCharacter(position);
        }

        throw Error(position, "Unterminated string.");
    }

    private int ReadStringCharacter(int position)
    {
        var width = CharacterWidth(position);
        return width != 0 ? width : throw Error(position, $"Invalid character within a string: {DescribeCharacter(position)}.");
    }

    /// <summary>1 for a character of the basic plane, 2 for a surrogate pair, 0 for half a pair, which is no character.</summary>
    private int CharacterWidth(int position)
    {
        var c = _text[position];
        if (!char.IsSurrogate(c))
            return 1;
        return char.IsHighSurrogate(c) && position + 1 < _text.Length && char.IsLowSurrogate(_text[position + 1]) ? 2 : 0;
    }

    private SyntaxException ExpectedDigit(int position) =>
        Error(position, $"Invalid number, expected a digit but got: {DescribeCharacter(position)}.");

    private SyntaxException Error(int position, string reason) => new(Source, Math.Min(position, _text.Length), reason);

    private string DescribeEscape(int position) => $"\"{_text.AsSpan(position, Math.Min(6, _text.Length - position))}\"";

    private string DescribeCharacter(int position)
    {
        if (position >= _text.Length)
            return "<EOF>";
        var code = CharacterWidth(position) == 2 ? char.ConvertToUtf32(_text, position) : _text[position];
        if (code is >= 0x20 and <= 0x7E)
            return code == '"' ? "'\"'" : $"\"{(char)code}\"";
        return $"U+{code:X4}";
    }
}
