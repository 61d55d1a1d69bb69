using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>An inline fragment (spec 2.8.2).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="typeCondition">The type it applies to; null: that of the enclosing selection set.</param>
/// <param name="directives">The directives applied here, in source order.</param>
/// <param name="selectionSet">What is selected.</param>
public sealed class InlineFragmentNode(
    Location location,
    NamedTypeNode? typeCondition,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode selectionSet)
    : SelectionNode(location, directives)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.InlineFragment;

    /// <summary>The type it applies to; null: that of the enclosing selection set.</summary>
    public NamedTypeNode? TypeCondition { get; } = typeCondition;

    /// <summary>What is selected.</summary>
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}
