using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>An object type definition (spec 3.6).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="description">The description in front of it, if there is one.</param>
/// <param name="name">Its name.</param>
/// <param name="interfaces">The interfaces it declares to implement, in source order.</param>
/// <param name="directives">The directives applied here, in source order.</param>
/// <param name="fields">The fields defined here, in source order.</param>
public sealed class ObjectTypeDefinitionNode(
    Location location,
    StringValueNode? description,
    NameNode name,
    ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<FieldDefinitionNode> fields)
    : TypeDefinitionNode(location, description, name, directives), IHasFields
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ObjectTypeDefinition;

    /// <summary>The interfaces it declares to implement, in source order.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces { get; } = interfaces;

    /// <summary>The fields defined here, in source order.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields { get; } = fields;
}
