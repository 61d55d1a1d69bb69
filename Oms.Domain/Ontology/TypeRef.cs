namespace Oms.Domain.Ontology;

/// <summary>
/// The type of a property, field or parameter. Exactly one of <see cref="DataType"/>, <see cref="ValueType"/>,
/// <see cref="StructType"/> and <see cref="ObjectType"/> is set. The composite data types carry their parts: <c>array</c> its
/// <see cref="Items"/>, <c>map</c> its <see cref="Key"/> and <see cref="Items"/>.
/// </summary>
public sealed record TypeRef
{
    /// <summary>A built-in data type by id (domain.md 1.9), for example <c>string</c>.</summary>
    public string? DataType { get; init; }

    /// <summary>A value type: an element, or a built-in one.</summary>
    public ElementId? ValueType { get; init; }

    /// <summary>A struct type: an element, or a built-in one.</summary>
    public ElementId? StructType { get; init; }

    /// <summary>A reference to objects of this type (data type <c>reference</c>).</summary>
    public ElementId? ObjectType { get; init; }

    /// <summary>The type of an array's items or a map's values.</summary>
    public TypeRef? Items { get; init; }

    /// <summary>The type of a map's keys: string, integer or long.</summary>
    public TypeRef? Key { get; init; }

    /// <summary>Digits in all, for <c>decimal</c>: 1 to 38; null means 18.</summary>
    public int? Precision { get; init; }

    /// <summary>Digits after the point, for <c>decimal</c>: 0 to 18; null means 2.</summary>
    public int? Scale { get; init; }

    /// <summary>Dimensions, for <c>vector</c>: 1 to 4096.</summary>
    public int? Dimensions { get; init; }

    /// <summary>A reference to a built-in data type.</summary>
    public static TypeRef Data(string id) => new() { DataType = id };

    /// <summary>An array of these.</summary>
    public static TypeRef ArrayOf(TypeRef items) => new() { DataType = "array", Items = items };
}
