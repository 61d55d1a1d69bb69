using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>A directive applied to something (spec 2.12).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="name">Its name without the <c>@</c>.</param>
/// <param name="arguments">The arguments in source order.</param>
public sealed class DirectiveNode(Location location, NameNode name, ImmutableArray<ArgumentNode> arguments)
    : SyntaxNode(location), IHasName
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Directive;

    /// <summary>Its name without the <c>@</c>.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The arguments in source order.</summary>
    public ImmutableArray<ArgumentNode> Arguments { get; } = arguments;
}
