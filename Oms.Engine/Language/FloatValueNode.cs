namespace Oms.Engine.Language;

/// <summary>A float literal (spec 2.9.2), of any size.</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="value">The number as it stands in the source.</param>
public sealed class FloatValueNode(Location location, string value)
    : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.FloatValue;

    /// <summary>The number as it stands in the source.</summary>
    public string Value { get; } = value;
}
