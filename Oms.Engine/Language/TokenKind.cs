namespace Oms.Engine.Language;

/// <summary>The kinds of lexical tokens (spec 2.1.6). Comments are passed over and have none.</summary>
public enum TokenKind : byte
{
    /// <summary>The end of the source.</summary>
    EndOfFile,

    /// <summary><c>!</c></summary>
    Bang,

    /// <summary><c>$</c></summary>
    Dollar,

    /// <summary><c>&amp;</c></summary>
    Ampersand,

    /// <summary><c>(</c></summary>
    LeftParenthesis,

    /// <summary><c>)</c></summary>
    RightParenthesis,

    /// <summary><c>...</c></summary>
    Spread,

    /// <summary><c>:</c></summary>
    Colon,

    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>@</c></summary>
    At,

    /// <summary><c>[</c></summary>
    LeftBracket,

    /// <summary><c>]</c></summary>
    RightBracket,

    /// <summary><c>{</c></summary>
    LeftBrace,

    /// <summary><c>|</c></summary>
    Pipe,

    /// <summary><c>}</c></summary>
    RightBrace,

    /// <summary>A name.</summary>
    Name,

    /// <summary>An integer.</summary>
    Int,

    /// <summary>A number with a fraction or an exponent.</summary>
    Float,

    /// <summary>A string in single quotation marks.</summary>
    String,

    /// <summary>A string in triple quotation marks.</summary>
    BlockString,
}
