using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>A whole document (spec 2.2): executable and type-system definitions in source order.</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="definitions">The definitions in source order; never empty when it comes from the parser.</param>
public sealed class DocumentNode(Location location, ImmutableArray<DefinitionNode> definitions)
    : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Document;

    /// <summary>The definitions in source order; never empty when it comes from the parser.</summary>
    public ImmutableArray<DefinitionNode> Definitions { get; } = definitions;
}
