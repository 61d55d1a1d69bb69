using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>A directive definition (spec 3.13).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="description">The description in front of it, if there is one.</param>
/// <param name="name">Its name without the <c>@</c>.</param>
/// <param name="arguments">The arguments it takes, in source order.</param>
/// <param name="isRepeatable">Whether it may be applied more than once at one place.</param>
/// <param name="locations">Where it may be applied; each is a name the grammar allows.</param>
public sealed class DirectiveDefinitionNode(
    Location location,
    StringValueNode? description,
    NameNode name,
    ImmutableArray<InputValueDefinitionNode> arguments,
    bool isRepeatable,
    ImmutableArray<NameNode> locations)
    : TypeSystemDefinitionNode(location), IHasName
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.DirectiveDefinition;

    /// <summary>The description in front of it, if there is one.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>Its name without the <c>@</c>.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The arguments it takes, in source order.</summary>
    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;

    /// <summary>Whether it may be applied more than once at one place.</summary>
    public bool IsRepeatable { get; } = isRepeatable;

    /// <summary>Where it may be applied; each is a name the grammar allows.</summary>
    public ImmutableArray<NameNode> Locations { get; } = locations;
}
