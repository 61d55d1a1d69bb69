using System.Collections.Immutable;

namespace Oms.Engine.Types;

/// <summary>An interface (spec 3.7).</summary>
public sealed class InterfaceType : ComplexType
{
    private PossibleTypeSet _possibleTypes = PossibleTypeSet.Empty;

    internal InterfaceType(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Interface;

    /// <inheritdoc/>
    public override ImmutableArray<ObjectType> PossibleTypes => _possibleTypes.Types;

    /// <summary>The interfaces that declare to implement this one.</summary>
    public ImmutableArray<InterfaceType> ImplementingInterfaces { get; internal set; } = [];

    /// <inheritdoc/>
    public override bool IsPossibleType(ObjectType type) => _possibleTypes.Contains(type);

    internal void SetPossibleTypes(ImmutableArray<ObjectType> types) => _possibleTypes = new PossibleTypeSet(types);
}
