namespace Oms.Engine.Language;

/// <summary>A string literal (spec 2.9.4).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="value">Its meaning: escapes resolved, the common indent of a block string removed.</param>
/// <param name="isBlock">Whether it was written as a block string.</param>
public sealed class StringValueNode(Location location, string value, bool isBlock)
    : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.StringValue;

    /// <summary>Its meaning: escapes resolved, the common indent of a block string removed.</summary>
    public string Value { get; } = value;

    /// <summary>Whether it was written as a block string.</summary>
    public bool IsBlock { get; } = isBlock;
}
