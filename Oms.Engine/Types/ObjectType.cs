using System.Collections.Immutable;

namespace Oms.Engine.Types;

/// <summary>An object type (spec 3.6).</summary>
public sealed class ObjectType : ComplexType
{
    internal ObjectType(string name)
        : base(name)
    {
        PossibleTypes = [this];
    }

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Object;

    /// <inheritdoc/>
    public override ImmutableArray<ObjectType> PossibleTypes { get; }

    /// <inheritdoc/>
    public override bool IsPossibleType(ObjectType type) => ReferenceEquals(this, type);
}
