using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>A selected field (spec 2.5).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="alias">The response name given to it, if it differs from the field.</param>
/// <param name="name">Its name.</param>
/// <param name="arguments">The arguments in source order.</param>
/// <param name="directives">The directives applied here, in source order.</param>
/// <param name="selectionSet">The selection on its value; null for a leaf.</param>
public sealed class FieldNode(
    Location location,
    NameNode? alias,
    NameNode name,
    ImmutableArray<ArgumentNode> arguments,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode? selectionSet)
    : SelectionNode(location, directives), IHasName
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Field;

    /// <summary>The response name given to it, if it differs from the field.</summary>
    public NameNode? Alias { get; } = alias;

    /// <summary>Its name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The arguments in source order.</summary>
    public ImmutableArray<ArgumentNode> Arguments { get; } = arguments;

    /// <summary>The selection on its value; null for a leaf.</summary>
    public SelectionSetNode? SelectionSet { get; } = selectionSet;

    /// <summary>The name under which its value stands in the response: the alias, or else the name.</summary>
    public NameNode ResponseName => Alias ?? Name;
}
