using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>A list literal (spec 2.9.7).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="items">The items in source order.</param>
public sealed class ListValueNode(Location location, ImmutableArray<ValueNode> items)
    : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ListValue;

    /// <summary>The items in source order.</summary>
    public ImmutableArray<ValueNode> Items { get; } = items;
}
