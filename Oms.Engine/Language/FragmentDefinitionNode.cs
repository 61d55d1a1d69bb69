using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>A named fragment (spec 2.8).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="description">The description in front of it, if there is one.</param>
/// <param name="name">Its name.</param>
/// <param name="typeCondition">The type it applies to.</param>
/// <param name="directives">The directives applied here, in source order.</param>
/// <param name="selectionSet">What is selected.</param>
public sealed class FragmentDefinitionNode(
    Location location,
    StringValueNode? description,
    NameNode name,
    NamedTypeNode typeCondition,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode selectionSet)
    : ExecutableDefinitionNode(location, description, directives, selectionSet), IHasName
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.FragmentDefinition;

    /// <summary>Its name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The type it applies to.</summary>
    public NamedTypeNode TypeCondition { get; } = typeCondition;
}
