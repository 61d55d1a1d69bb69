namespace Oms.Engine.Language;

/// <summary>An integer literal (spec 2.9.1), of any size.</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="value">The digits as they stand in the source.</param>
public sealed class IntValueNode(Location location, string value)
    : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.IntValue;

    /// <summary>The digits as they stand in the source.</summary>
    public string Value { get; } = value;
}
