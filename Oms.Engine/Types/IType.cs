namespace Oms.Engine.Types;

/// <summary>A type as fields, arguments and variables have it: a named type, or a list or non-null type around one (spec 3.4).</summary>
public interface IType
{
    /// <summary>Which of the eight kinds it is.</summary>
    TypeKind Kind { get; }

    /// <summary>The named type inside all lists and non-nulls; a named type itself.</summary>
    NamedType NamedType { get; }

    /// <summary>Whether null is not one of its values.</summary>
    bool IsNonNull { get; }

    /// <summary>The type without its outermost non-null; itself when it has none.</summary>
    IType NullableType { get; }

    /// <summary>The type of the items, when this is a list or a non-null list; null otherwise.</summary>
    IType? ItemType { get; }

    /// <summary>Whether it may be the type of a field (spec 3.4.2, IsOutputType).</summary>
    bool IsOutputType { get; }

    /// <summary>Whether it may be the type of an argument, variable or input field (spec 3.4.2, IsInputType).</summary>
    bool IsInputType { get; }

    /// <summary>The same type, structurally: equal named types within equal lists and non-nulls.</summary>
    /// <param name="other">The other type.</param>
    bool IsSameAs(IType other);

    /// <summary>The type as SDL writes it, such as <c>[Int!]!</c>.</summary>
    /// <returns>The notation.</returns>
    string ToString();
}
