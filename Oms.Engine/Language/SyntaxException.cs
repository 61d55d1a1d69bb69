namespace Oms.Engine.Language;

/// <summary>A document that does not follow the grammar, or goes beyond the parser's limits.</summary>
public sealed class SyntaxException : Exception
{
    /// <summary>A syntax error at a place in a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="offset">The offset of the offence.</param>
    /// <param name="reason">What is wrong, in words; becomes the message after "Syntax Error: ".</param>
    public SyntaxException(Source source, int offset, string reason)
        : base("Syntax Error: " + reason)
    {
        ArgumentNullException.ThrowIfNull(source);
        Location = new Location(source, offset, offset);
        Position = source.GetPosition(offset);
    }

    /// <summary>The place of the error.</summary>
    public Location Location { get; }

    /// <summary>Line and column of the error.</summary>
    public SourcePosition Position { get; }

    /// <summary>The line, from 1.</summary>
    public int Line => Position.Line;

    /// <summary>The column in UTF-16 code units, from 1.</summary>
    public int Column => Position.Column;
}
