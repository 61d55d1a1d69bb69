namespace Oms.Engine.Language;

/// <summary><c>true</c> or <c>false</c> (spec 2.9.3).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="value">Which of the two.</param>
public sealed class BooleanValueNode(Location location, bool value)
    : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.BooleanValue;

    /// <summary>Which of the two.</summary>
    public bool Value { get; } = value;
}
