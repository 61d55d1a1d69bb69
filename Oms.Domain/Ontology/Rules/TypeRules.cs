using Oms.Domain.Ontology.BuiltIn;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;

namespace Oms.Domain.Ontology.Rules;

/// <summary>Type references make a type (domain.md 1.9, 1.11).</summary>
internal sealed class TypeRules(Violations violations)
{
    /// <summary>Checks a type that has to be there. Its depth was checked before.</summary>
    internal void Check(TypeRef? type, Trail trail)
    {
        if (type is null)
        {
            violations.Add(trail, new InvalidType("A type is needed here: a data type, value type, struct type or object type."));
            return;
        }

        var named = Convert.ToInt32(type.DataType is not null) + Convert.ToInt32(type.ValueType is not null)
            + Convert.ToInt32(type.StructType is not null) + Convert.ToInt32(type.ObjectType is not null);
        if (named != 1)
            violations.Add(trail, new InvalidType(
                $"A type names exactly one of dataType, valueType, structType and objectType; this one names {named}."));
        else if (type.DataType is not null && DataTypes.Find(type.DataType) is null)
            violations.Add(trail.At("dataType"), new UnknownReference(
                Words.Shortened(type.DataType), "data type",
                $"There is no data type '{Words.Shortened(type.DataType)}'; there are {string.Join(", ", DataTypes.All.Select(t => t.Id))}."));
        CheckParts(type, trail);
        CheckSizes(type, trail);
    }

    /// <summary>Checks that no struct stands in the type: a struct's fields, and a value type's base, are flat.</summary>
    internal void CheckFlat(TypeRef? type, string whose, Trail trail)
    {
        for (; type is not null; type = type.Items, trail = trail.At("items"))
            if (type.StructType is not null)
                violations.Add(trail.At("structType"), new InvalidType($"{whose} cannot be a struct: structs have a depth of one."));
    }

    /// <summary>Checks that a type is made of data types alone.</summary>
    internal void CheckPlainBase(TypeRef? type, Trail trail)
    {
        for (; type is not null; type = type.Items, trail = trail.At("items"))
            if (type.DataType is null)
                violations.Add(trail, new InvalidType("A value type narrows a data type: not a struct, a reference or another value type."));
    }

    private void CheckParts(TypeRef type, Trail trail)
    {
        if (type.DataType is "array" or "map")
            Check(type.Items, trail.At("items"));
        else if (type.Items is not null)
            violations.Add(trail.At("items"), new InvalidType("Only array and map have items."));
        if (type.DataType != "map" && type.Key is not null)
            violations.Add(trail.At("key"), new InvalidType("Only a map has keys."));
        if (type.DataType == "map" && type.Key is not { DataType: "string" or "integer" or "long", Items: null })
            violations.Add(trail.At("key"), new InvalidType("The keys of a map are of the data type string, integer or long."));
    }

    private void CheckSizes(TypeRef type, Trail trail)
    {
        if (type.DataType != "decimal" && (type.Precision ?? type.Scale) is not null)
            violations.Add(trail, new InvalidType("Only decimal has a precision and a scale."));
        if (type.DataType != "vector" && type.Dimensions is not null)
            violations.Add(trail.At("dimensions"), new InvalidType("Only vector has dimensions."));
        Range("precision", type.Precision, 1, Limits.Precision, trail);
        Range("scale", type.Scale, 0, Limits.Scale, trail);
        Range("dimensions", type.Dimensions, 1, Limits.Dimensions, trail);
        if (type.DataType == "decimal" && ScaleOf(type) > PrecisionOf(type))
            violations.Add(trail.At("scale"), new InvalidType(
                $"A decimal of precision {PrecisionOf(type)} cannot have {ScaleOf(type)} digits after the point."));
    }

    internal static int PrecisionOf(TypeRef type) => type.Precision ?? 18;

    internal static int ScaleOf(TypeRef type) => type.Scale ?? 2;

    private void Range(string field, int? value, int least, int most, Trail trail)
    {
        if (value is { } number && (number < least || number > most))
            violations.Add(trail.At(field), new LimitExceeded(field, number < least ? least : most, number, $"The {field} is from {least} to {most}, not {number}."));
    }
}
