using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>A field of an object type or interface (spec 3.6).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="description">The description in front of it, if there is one.</param>
/// <param name="name">Its name.</param>
/// <param name="arguments">The arguments it takes, in source order.</param>
/// <param name="type">The type of its value.</param>
/// <param name="directives">The directives applied here, in source order.</param>
public sealed class FieldDefinitionNode(
    Location location,
    StringValueNode? description,
    NameNode name,
    ImmutableArray<InputValueDefinitionNode> arguments,
    TypeNode type,
    ImmutableArray<DirectiveNode> directives)
    : SyntaxNode(location), IHasDirectives, IHasName
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.FieldDefinition;

    /// <summary>The description in front of it, if there is one.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>Its name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The arguments it takes, in source order.</summary>
    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;

    /// <summary>The type of its value.</summary>
    public TypeNode Type { get; } = type;

    /// <summary>The directives applied here, in source order.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}
