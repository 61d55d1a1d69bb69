using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>An extension of a union (spec 3.8.1).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="name">Its name.</param>
/// <param name="directives">The directives applied here, in source order.</param>
/// <param name="types">The member types named here, in source order.</param>
public sealed class UnionTypeExtensionNode(
    Location location,
    NameNode name,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<NamedTypeNode> types)
    : TypeExtensionNode(location, name, directives), IHasMemberTypes
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.UnionTypeExtension;

    /// <summary>The member types named here, in source order.</summary>
    public ImmutableArray<NamedTypeNode> Types { get; } = types;
}
