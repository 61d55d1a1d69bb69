using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Oms.Domain.Ontology.BuiltIn;

/// <summary>The closed list of data types (domain.md 1.9, and <c>text</c> of appendix A).</summary>
public static class DataTypes
{
    private static readonly ImmutableArray<ConstraintKind> OfNumbers = [ConstraintKind.Min, ConstraintKind.Max, ConstraintKind.Enum];

    private static readonly ImmutableArray<ConstraintKind> OfTexts =
        [ConstraintKind.MinLength, ConstraintKind.MaxLength, ConstraintKind.Pattern, ConstraintKind.Enum];

    private static readonly ImmutableArray<ConstraintKind> OfLists = [ConstraintKind.MinItems, ConstraintKind.MaxItems];

    /// <summary>All of them, plain ones first.</summary>
    public static ImmutableArray<DataType> All { get; } =
    [
        Make("boolean", DataTypeCategory.Primitive, "xsd:boolean", "true or false"),
        Make("string", DataTypeCategory.Primitive, "xsd:string", "a text of at most 65,536 characters", OfTexts, 65_536),
        Make("text", DataTypeCategory.Primitive, "xsd:string", "a text of any length", OfTexts),
        Make("integer", DataTypeCategory.Primitive, "xsd:integer", "a whole number from -2^31 to 2^31-1", OfNumbers),
        Make("long", DataTypeCategory.Primitive, "xsd:long", "a whole number from -2^63 to 2^63-1", OfNumbers),
        Make("float", DataTypeCategory.Primitive, "xsd:float", "an IEEE 754 number of 32 bits, or \"NaN\", \"Infinity\", \"-Infinity\"", OfNumbers),
        Make("double", DataTypeCategory.Primitive, "xsd:double", "an IEEE 754 number of 64 bits, or \"NaN\", \"Infinity\", \"-Infinity\"", OfNumbers),
        Make("decimal", DataTypeCategory.Primitive, "xsd:decimal", "a number of at most precision digits, scale of them after the point", OfNumbers),
        Make("date", DataTypeCategory.Temporal, "xsd:date", "a day, such as \"2024-02-29\"", OfNumbers),
        Make("time", DataTypeCategory.Temporal, "xsd:time", "a time of day, such as \"13:45:00\"", OfNumbers),
        Make("datetime", DataTypeCategory.Temporal, "xsd:dateTime", "a day and time, such as \"2024-02-29T13:45:00\", with or without a zone", OfNumbers),
        Make("timestamp", DataTypeCategory.Temporal, "xsd:dateTimeStamp", "a moment with its zone, such as \"2024-02-29T13:45:00.000001Z\"", OfNumbers),
        Make("array", DataTypeCategory.Complex, "xsd:array", "a list of items of one type", OfLists),
        Make("map", DataTypeCategory.Complex, null, "an object whose keys and values are each of one type", OfLists),
        Make("json", DataTypeCategory.Complex, "xsd:json", "any JSON value of at most 16,777,216 characters", maxLength: 16_777_216),
        Make("geopoint", DataTypeCategory.Spatial, null, "an object with lat from -90 to 90 and lon from -180 to 180 (WGS84)"),
        Make("geoshape", DataTypeCategory.Spatial, null, "a GeoJSON geometry, or a text in WKT"),
        Make("vector", DataTypeCategory.Special, null, "a list of numbers, as many as it has dimensions"),
        Make("timeseries", DataTypeCategory.Special, null, "a list of objects with timestamp, value and perhaps metadata"),
        Make("attachment", DataTypeCategory.Binary, "xsd:base64Binary", "the id of a file of at most 1 GiB", maxLength: 1L << 30),
        Make("reference", DataTypeCategory.Special, null, "the id of an object"),
    ];

    private static readonly FrozenDictionary<string, DataType> ById = All.ToFrozenDictionary(t => t.Id, StringComparer.Ordinal);

    /// <summary>A data type by id; null where there is none.</summary>
    public static DataType? Find(string? id) => id is not null && ById.TryGetValue(id, out var type) ? type : null;

    private static DataType Make(
        string id, DataTypeCategory category, string? format, string description, ImmutableArray<ConstraintKind> constraints = default,
        long? maxLength = null) => new()
        {
            Id = id,
            Category = category,
            Format = format,
            Description = description,
            Constraints = constraints.IsDefault ? [] : constraints,
            MaxLength = maxLength,
        };
}
