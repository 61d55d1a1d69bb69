using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>A union definition (spec 3.8).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="description">The description in front of it, if there is one.</param>
/// <param name="name">Its name.</param>
/// <param name="directives">The directives applied here, in source order.</param>
/// <param name="types">The member types named here, in source order.</param>
public sealed class UnionTypeDefinitionNode(
    Location location,
    StringValueNode? description,
    NameNode name,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<NamedTypeNode> types)
    : TypeDefinitionNode(location, description, name, directives), IHasMemberTypes
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.UnionTypeDefinition;

    /// <summary>The member types named here, in source order.</summary>
    public ImmutableArray<NamedTypeNode> Types { get; } = types;
}
