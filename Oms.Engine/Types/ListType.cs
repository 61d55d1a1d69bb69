namespace Oms.Engine.Types;

/// <summary>A list type (spec 3.11).</summary>
/// <param name="itemType">The type of the items.</param>
public sealed class ListType(IType itemType) : IType
{
    /// <summary>The type of the items.</summary>
    public IType ItemType { get; } = itemType;

    /// <inheritdoc/>
    public TypeKind Kind => TypeKind.List;

    /// <inheritdoc/>
    public NamedType NamedType { get; } = itemType.NamedType;

    /// <inheritdoc/>
    public bool IsNonNull => false;

    /// <inheritdoc/>
    public IType NullableType => this;

    /// <inheritdoc/>
    public bool IsOutputType => NamedType.IsOutputType;

    /// <inheritdoc/>
    public bool IsInputType => NamedType.IsInputType;

    /// <inheritdoc/>
    public bool IsSameAs(IType other) => other is ListType list && ItemType.IsSameAs(list.ItemType);

    /// <inheritdoc/>
    public override string ToString() => $"[{ItemType}]";
}
