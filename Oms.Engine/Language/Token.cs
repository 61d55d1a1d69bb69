namespace Oms.Engine.Language;

/// <summary>A lexical token: its kind and its place. The lexer gives its text and value.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Start">Offset of the first UTF-16 code unit.</param>
/// <param name="End">Offset after the last UTF-16 code unit.</param>
public readonly record struct Token(TokenKind Kind, int Start, int End);
