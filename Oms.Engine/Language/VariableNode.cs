namespace Oms.Engine.Language;

/// <summary>A use of a variable (spec 2.10).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="name">Its name without the <c>$</c>.</param>
public sealed class VariableNode(Location location, NameNode name)
    : ValueNode(location), IHasName
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Variable;

    /// <summary>Its name without the <c>$</c>.</summary>
    public NameNode Name { get; } = name;
}
