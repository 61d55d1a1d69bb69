using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>An argument definition or an input field (spec 3.6.1, 3.10).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="description">The description in front of it, if there is one.</param>
/// <param name="name">Its name.</param>
/// <param name="type">Its type.</param>
/// <param name="defaultValue">Its default; null when it has none (a default of <c>null</c> is a <see cref="NullValueNode"/>).</param>
/// <param name="directives">The directives applied here, in source order.</param>
public sealed class InputValueDefinitionNode(
    Location location,
    StringValueNode? description,
    NameNode name,
    TypeNode type,
    ValueNode? defaultValue,
    ImmutableArray<DirectiveNode> directives)
    : SyntaxNode(location), IHasDirectives, IHasName
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.InputValueDefinition;

    /// <summary>The description in front of it, if there is one.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>Its name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>Its type.</summary>
    public TypeNode Type { get; } = type;

    /// <summary>Its default; null when it has none (a default of <c>null</c> is a <see cref="NullValueNode"/>).</summary>
    public ValueNode? DefaultValue { get; } = defaultValue;

    /// <summary>The directives applied here, in source order.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}
