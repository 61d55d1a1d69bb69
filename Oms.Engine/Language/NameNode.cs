namespace Oms.Engine.Language;

/// <summary>A name (spec 2.1.9).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="value">The text of the name; equal names of one document share one string.</param>
public sealed class NameNode(Location location, string value)
    : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Name;

    /// <summary>The text of the name; equal names of one document share one string.</summary>
    public string Value { get; } = value;
}
