namespace Oms.Engine.Types;

/// <summary>A non-null type (spec 3.12).</summary>
/// <param name="type">The type without the <c>!</c>; never a non-null type itself.</param>
public sealed class NonNullType(IType type) : IType
{
    /// <summary>The type without the <c>!</c>.</summary>
    public IType Type { get; } = type;

    /// <inheritdoc/>
    public TypeKind Kind => TypeKind.NonNull;

    /// <inheritdoc/>
    public NamedType NamedType { get; } = type.NamedType;

    /// <inheritdoc/>
    public bool IsNonNull => true;

    /// <inheritdoc/>
    public IType NullableType => Type;

    /// <inheritdoc/>
    public IType? ItemType => Type.ItemType;

    /// <inheritdoc/>
    public bool IsOutputType => NamedType.IsOutputType;

    /// <inheritdoc/>
    public bool IsInputType => NamedType.IsInputType;

    /// <inheritdoc/>
    public bool IsSameAs(IType other) => other is NonNullType nonNull && Type.IsSameAs(nonNull.Type);

    /// <inheritdoc/>
    public override string ToString() => $"{Type}!";
}
