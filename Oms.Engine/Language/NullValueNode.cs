namespace Oms.Engine.Language;

/// <summary><c>null</c> (spec 2.9.5).</summary>
/// <param name="location">Where it stands in the source.</param>
public sealed class NullValueNode(Location location)
    : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.NullValue;

    /// <summary>A <c>null</c> that stands in no source.</summary>
    public static NullValueNode Default { get; } = new(default);
}
