using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>A field, a fragment spread or an inline fragment (spec 2.4).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="directives">The directives applied here, in source order.</param>
public abstract class SelectionNode(Location location, ImmutableArray<DirectiveNode> directives) : SyntaxNode(location), IHasDirectives
{
    /// <summary>The directives applied here, in source order.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}
