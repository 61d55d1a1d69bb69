namespace Oms.Engine.Language;

/// <summary>An enum value (spec 2.9.6).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="value">Its name.</param>
public sealed class EnumValueNode(Location location, string value)
    : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.EnumValue;

    /// <summary>Its name.</summary>
    public string Value { get; } = value;
}
