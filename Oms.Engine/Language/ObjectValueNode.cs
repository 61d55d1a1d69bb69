using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>An input object literal (spec 2.9.8).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="fields">The fields in source order; duplicates are left to validation.</param>
public sealed class ObjectValueNode(Location location, ImmutableArray<ObjectFieldNode> fields)
    : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ObjectValue;

    /// <summary>The fields in source order; duplicates are left to validation.</summary>
    public ImmutableArray<ObjectFieldNode> Fields { get; } = fields;
}
