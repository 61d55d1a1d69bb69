namespace Oms.Engine.Language;

/// <summary>A field of an input object literal (spec 2.9.8).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="name">Its name.</param>
/// <param name="value">Its value.</param>
public sealed class ObjectFieldNode(Location location, NameNode name, ValueNode value)
    : SyntaxNode(location), IHasName
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ObjectField;

    /// <summary>Its name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>Its value.</summary>
    public ValueNode Value { get; } = value;
}
