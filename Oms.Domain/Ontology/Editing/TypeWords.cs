using Oms.Domain.Ontology.Rules;

namespace Oms.Domain.Ontology.Editing;

/// <summary>What types are called in messages: with all that tells one from another. As deep as types may be.</summary>
internal static class TypeWords
{
    internal static string Of(TypeRef type, Func<ElementId, string> nameOf) => type switch
    {
        { DataType: "array", Items: { } items } => $"array of {Of(items, nameOf)}",
        { DataType: "map", Items: { } items } => $"map {(type.Key is { } key ? $"from {Of(key, nameOf)} to" : "of")} {Of(items, nameOf)}",
        { DataType: "decimal" } => $"decimal({TypeRules.PrecisionOf(type)}, {TypeRules.ScaleOf(type)})",
        { DataType: { } data, Dimensions: { } dimensions } => $"{data}({dimensions})",
        { DataType: { } data } => data,
        _ => nameOf(type.ValueType ?? type.StructType ?? type.ObjectType ?? default),
    };
}
