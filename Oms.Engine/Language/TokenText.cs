namespace Oms.Engine.Language;

/// <summary>How tokens are spelt in sources and messages.</summary>
public static class TokenText
{
    private static readonly string[] Texts =
    [
        "<EOF>", "!", "$", "&", "(", ")", "...", ":", "=", "@", "[", "]", "{", "|", "}", "Name", "Int", "Float", "String", "BlockString",
    ];

    /// <summary>The spelling of a punctuator; the name of the kind for others.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>For instance <c>...</c> or <c>BlockString</c>.</returns>
    public static string Of(TokenKind kind) => Texts[(int)kind];

    /// <summary>Whether a kind is a punctuator, which has one spelling only.</summary>
    /// <param name="kind">The kind.</param>
    internal static bool IsPunctuator(TokenKind kind) => kind is > TokenKind.EndOfFile and < TokenKind.Name;

    /// <summary>The kind as messages name it.</summary>
    internal static string Quote(TokenKind kind) => IsPunctuator(kind) ? $"\"{Of(kind)}\"" : Of(kind);
}
