using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>A spread of a named fragment (spec 2.8).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="name">The name of the fragment.</param>
/// <param name="directives">The directives applied here, in source order.</param>
public sealed class FragmentSpreadNode(Location location, NameNode name, ImmutableArray<DirectiveNode> directives)
    : SelectionNode(location, directives), IHasName
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.FragmentSpread;

    /// <summary>The name of the fragment.</summary>
    public NameNode Name { get; } = name;
}
