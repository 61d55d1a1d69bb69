namespace Oms.Engine.Language;

/// <summary>Reads GraphQL documents, and parts of them, into syntax trees (spec 2 and 3, appendix B).</summary>
public static class Parser
{
    /// <summary>Reads a whole document: operations, fragments, type-system definitions and extensions.</summary>
    /// <param name="source">The document.</param>
    /// <param name="options">The limits; <see cref="ParserOptions.Default"/> when null.</param>
    /// <returns>The document's tree.</returns>
    /// <exception cref="SyntaxException">The text is no document, or goes beyond a limit.</exception>
    public static DocumentNode ParseDocument(Source source, ParserOptions? options = null) => Start(source, options).ReadDocument();

    /// <summary>Reads a whole document.</summary>
    /// <param name="text">The document.</param>
    /// <param name="options">The limits; <see cref="ParserOptions.Default"/> when null.</param>
    /// <returns>The document's tree.</returns>
    /// <exception cref="SyntaxException">The text is no document, or goes beyond a limit.</exception>
    public static DocumentNode ParseDocument(string text, ParserOptions? options = null) => ParseDocument(new Source(text), options);

    /// <summary>Reads a whole document in UTF-8.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="options">The limits; <see cref="ParserOptions.Default"/> when null.</param>
    /// <returns>The document's tree.</returns>
    /// <exception cref="SyntaxException">The bytes are not UTF-8, no document, or go beyond a limit.</exception>
    public static DocumentNode ParseDocument(ReadOnlySpan<byte> utf8, ParserOptions? options = null) =>
        ParseDocument(Source.FromUtf8(utf8), options);

    /// <summary>Reads an input value and nothing after it.</summary>
    /// <param name="source">The value.</param>
    /// <param name="isConstant">Whether variables are refused.</param>
    /// <param name="options">The limits; <see cref="ParserOptions.Default"/> when null.</param>
    /// <returns>The value's tree.</returns>
    /// <exception cref="SyntaxException">The text is no value, or goes beyond a limit.</exception>
    public static ValueNode ParseValue(Source source, bool isConstant = false, ParserOptions? options = null)
    {
        var reader = Start(source, options);
        var value = reader.ReadValue(isConstant);
        reader.ExpectEnd();
        return value;
    }

    /// <summary>Reads a type reference and nothing after it.</summary>
    /// <param name="source">The type reference.</param>
    /// <param name="options">The limits; <see cref="ParserOptions.Default"/> when null.</param>
    /// <returns>The type reference's tree.</returns>
    /// <exception cref="SyntaxException">The text is no type reference, or goes beyond a limit.</exception>
    public static TypeNode ParseType(Source source, ParserOptions? options = null)
    {
        var reader = Start(source, options);
        var type = reader.ReadType();
        reader.ExpectEnd();
        return type;
    }

    private static DocumentReader Start(Source source, ParserOptions? options)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new DocumentReader(source, options ?? ParserOptions.Default);
    }
}
