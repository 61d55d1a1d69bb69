using System.Collections.Immutable;

namespace Oms.Engine.Types;

/// <summary>A union (spec 3.8).</summary>
public sealed class UnionType : NamedType
{
    private PossibleTypeSet _possibleTypes = PossibleTypeSet.Empty;

    internal UnionType(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Union;

    /// <summary>The member types in the order of the schema document.</summary>
    public override ImmutableArray<ObjectType> PossibleTypes => _possibleTypes.Types;

    /// <inheritdoc/>
    public override bool IsPossibleType(ObjectType type) => _possibleTypes.Contains(type);

    internal void SetPossibleTypes(ImmutableArray<ObjectType> types) => _possibleTypes = new PossibleTypeSet(types);
}
