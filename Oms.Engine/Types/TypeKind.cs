namespace Oms.Engine.Types;

/// <summary>The kinds of types (spec 4.2.2, <c>__TypeKind</c>).</summary>
public enum TypeKind
{
    /// <summary>A scalar: a leaf.</summary>
    Scalar,

    /// <summary>An object type: has fields, may implement interfaces.</summary>
    Object,

    /// <summary>An interface: has fields, stands for the types that implement it.</summary>
    Interface,

    /// <summary>A union: stands for its member types.</summary>
    Union,

    /// <summary>An enum: a leaf with a fixed set of values.</summary>
    Enum,

    /// <summary>An input object: an input with fields.</summary>
    InputObject,

    /// <summary>A list of another type.</summary>
    List,

    /// <summary>Another type without null.</summary>
    NonNull,
}
