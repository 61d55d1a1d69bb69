using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>An extension of a scalar (spec 3.5.3).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="name">Its name.</param>
/// <param name="directives">The directives applied here, in source order.</param>
public sealed class ScalarTypeExtensionNode(Location location, NameNode name, ImmutableArray<DirectiveNode> directives)
    : TypeExtensionNode(location, name, directives)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ScalarTypeExtension;
}
