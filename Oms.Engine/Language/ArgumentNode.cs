namespace Oms.Engine.Language;

/// <summary>An argument with its value (spec 2.6).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="name">Its name.</param>
/// <param name="value">Its value.</param>
public sealed class ArgumentNode(Location location, NameNode name, ValueNode value)
    : SyntaxNode(location), IHasName
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Argument;

    /// <summary>Its name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>Its value.</summary>
    public ValueNode Value { get; } = value;
}
