using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>A selection set (spec 2.4).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="selections">The selections in source order; never empty when it comes from the parser.</param>
public sealed class SelectionSetNode(Location location, ImmutableArray<SelectionNode> selections)
    : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.SelectionSet;

    /// <summary>The selections in source order; never empty when it comes from the parser.</summary>
    public ImmutableArray<SelectionNode> Selections { get; } = selections;
}
