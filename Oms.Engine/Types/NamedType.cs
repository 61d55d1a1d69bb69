using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>A type with a name: scalar, object, interface, union, enum or input object (spec 3.4).</summary>
public abstract class NamedType : TypeSystemMember, IType
{
    private protected NamedType(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public abstract TypeKind Kind { get; }

    /// <summary>The number of the type in <see cref="Schema.Types"/>, dense from 0: for tables and bit sets over types.</summary>
    public int Index { get; internal set; } = -1;

    /// <summary>Whether the specification defines it: a specified scalar or an introspection type.</summary>
    public bool IsBuiltIn { get; internal set; }

    /// <summary>Whether it is one of the types of introspection, whose names begin with two underscores.</summary>
    public bool IsIntrospectionType => Name.StartsWith("__", StringComparison.Ordinal);

    /// <summary>The definition in the schema document; null for what the engine brings along.</summary>
    public TypeDefinitionNode? DefinitionNode { get; internal set; }

    /// <summary>The extensions in the schema document, in source order.</summary>
    public ImmutableArray<TypeExtensionNode> ExtensionNodes { get; internal set; } = [];

    /// <summary>
    /// The object types a value of this type may have: itself for an object type, the implementing types of an interface, the
    /// members of a union, nothing for other kinds.
    /// </summary>
    public virtual ImmutableArray<ObjectType> PossibleTypes => [];

    /// <summary>Whether it is a scalar or enum.</summary>
    public bool IsLeafType => Kind is TypeKind.Scalar or TypeKind.Enum;

    /// <summary>Whether it is an object type, interface or union: something with a selection set.</summary>
    public bool IsCompositeType => Kind is TypeKind.Object or TypeKind.Interface or TypeKind.Union;

    /// <summary>Whether it is an interface or union.</summary>
    public bool IsAbstractType => Kind is TypeKind.Interface or TypeKind.Union;

    /// <inheritdoc/>
    public bool IsOutputType => Kind is not TypeKind.InputObject;

    /// <inheritdoc/>
    public bool IsInputType => Kind is TypeKind.Scalar or TypeKind.Enum or TypeKind.InputObject;

    /// <inheritdoc/>
    public override string Coordinate => Name;

    /// <inheritdoc/>
    public override Location Location => DefinitionNode?.Location ?? default;

    NamedType IType.NamedType => this;

    bool IType.IsNonNull => false;

    IType IType.NullableType => this;

    IType? IType.ItemType => null;

    /// <inheritdoc/>
    public bool IsSameAs(IType other) => ReferenceEquals(this, other);

    /// <summary>Whether a value of this type may be an object of the given type.</summary>
    /// <param name="type">The object type, of the same schema.</param>
    public virtual bool IsPossibleType(ObjectType type) => false;

    /// <summary>Whether some object type is possible for both (spec 5.5.2.3, the overlap of possible types).</summary>
    /// <param name="other">The other composite type, of the same schema.</param>
    public bool OverlapsWith(NamedType other)
    {
        if (ReferenceEquals(this, other))
            return true;
        var (few, many) = PossibleTypes.Length <= other.PossibleTypes.Length ? (this, other) : (other, this);
        foreach (var type in few.PossibleTypes)
        {
            if (many.IsPossibleType(type))
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
