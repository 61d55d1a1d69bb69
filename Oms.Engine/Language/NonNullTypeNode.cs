namespace Oms.Engine.Language;

/// <summary>A non-null type reference (spec 2.11).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="type">The type without the <c>!</c>: named or list.</param>
public sealed class NonNullTypeNode(Location location, TypeNode type)
    : TypeNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.NonNullType;

    /// <summary>The type without the <c>!</c>: named or list.</summary>
    public TypeNode Type { get; } = type;
}
