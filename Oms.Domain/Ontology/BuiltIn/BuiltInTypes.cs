using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Oms.Domain.Ontology.BuiltIn;

/// <summary>
/// The value types and struct types that the registry brings along (domain.md 1.10, 1.11). They can be referred to like any other, and
/// never edited; they are in no tree, so their meaning is fixed for good.
/// </summary>
public static class BuiltInTypes
{
    /// <summary>The value types.</summary>
    public static ImmutableArray<ValueType> ValueTypes { get; } =
    [
        Value("vt-email-address", "email_address", "E-mail address", ValueCategory.Contact, "string", null, ["\"ada@example.org\""],
            Rule(ConstraintKind.MaxLength, "254"), Rule(ConstraintKind.Pattern, """
            "[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}"
            """)),
        Value("vt-url", "url", "Web address", ValueCategory.Contact, "string", null, ["\"https://example.org/\""],
            Rule(ConstraintKind.MaxLength, "2048"), Rule(ConstraintKind.Pattern, """
            "[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#]+[^\\s]*"
            """)),
        Value("vt-phone-number", "phone_number", "Phone number", ValueCategory.Contact, "string", null, ["\"+821012345678\""],
            Rule(ConstraintKind.Pattern, """
            "\\+?[1-9][0-9]{1,14}"
            """)),
        Value("vt-currency-usd", "currency_usd", "US dollars", ValueCategory.Financial, "decimal", "${value}", ["19.99"],
            Rule(ConstraintKind.Min, "0"), Rule(ConstraintKind.Max, "999999999.99")),
        Value("vt-postal-code-us", "postal_code_us", "US postal code", ValueCategory.Geographic, "string", null, ["\"94103-1234\""],
            Rule(ConstraintKind.Pattern, """
            "[0-9]{5}(-[0-9]{4})?"
            """)),
        Value("vt-percentage", "percentage", "Percentage", ValueCategory.Measurement, "decimal", "{value}%", ["12.5"],
            Rule(ConstraintKind.Min, "0"), Rule(ConstraintKind.Max, "100")),
        Value("vt-product-sku", "product_sku", "Product code", ValueCategory.Identifier, "string", null, ["\"ABC-1234-X9\""],
            Rule(ConstraintKind.Pattern, """
            "[A-Z]{3}-[0-9]{4}-[A-Z0-9]{2}"
            """)),
        // The whole ISO 3166-1 list is data of its own; its form is the rule here, not the ten countries of the system before.
        Value("vt-iso-country-code", "iso_country_code", "Country code", ValueCategory.Geographic, "string", null, ["\"KR\""],
            Rule(ConstraintKind.Pattern, """
            "[A-Z]{2}"
            """)),
    ];

    /// <summary>The struct types.</summary>
    public static ImmutableArray<StructType> StructTypes { get; } =
    [
        Struct("st-address", "address", "Postal address", "{street1}, {city}, {state} {postal_code}, {country}",
            Field("street1", "string", true), Field("street2", "string", false), Field("city", "string", true),
            Field("state", "string", true), Field("postal_code", "vt-postal-code-us", true),
            Field("country", "vt-iso-country-code", true, "\"US\"")),
        Struct("st-person-name", "person_name", "Name of a person", "{first_name} {last_name}",
            Field("first_name", "string", true), Field("middle_name", "string", false), Field("last_name", "string", true),
            Field("suffix", "string", false)),
        Struct("st-time-range", "time_range", "Span of time", "{start_time} - {end_time}",
            Field("start_time", "datetime", true), Field("end_time", "datetime", true),
            Field("timezone", "string", false, "\"UTC\"")),
    ];

    private static readonly FrozenDictionary<ElementId, Element> ById =
        ValueTypes.Concat<Element>(StructTypes).ToFrozenDictionary(e => e.Id);

    private static readonly FrozenDictionary<(ElementKind, string), Element> ByName =
        ById.Values.ToFrozenDictionary(e => (e.Kind, e.Name));

    /// <summary>A built-in type by id; null where there is none.</summary>
    public static Element? Find(ElementId id) => ById.GetValueOrDefault(id);

    /// <summary>A built-in type by kind and API name; null where there is none.</summary>
    public static Element? FindByName(ElementKind kind, string name) => ByName.GetValueOrDefault((kind, name));

    private static ValueType Value(
        string id, string name, string label, ValueCategory category, string baseType, string? format, string[] examples,
        params Constraint[] constraints) => new()
        {
            Id = ElementId.Trusted(id),
            Name = name,
            DisplayName = LocalizedText.English(label),
            Category = category,
            BaseType = TypeRef.Data(baseType),
            DisplayFormat = format,
            Examples = [.. examples.Select(e => new JsonLiteral(e))],
            Constraints = [.. constraints],
        };

    private static Constraint Rule(ConstraintKind kind, string json) => new() { Kind = kind, Value = new JsonLiteral(json) };

    private static StructType Struct(string id, string name, string label, string template, params StructField[] fields) => new()
    {
        Id = ElementId.Trusted(id),
        Name = name,
        DisplayName = LocalizedText.English(label),
        DisplayTemplate = template,
        Fields = [.. fields],
    };

    private static StructField Field(string name, string type, bool isRequired, string? defaultValue = null) => new()
    {
        Id = MemberId.Trusted("m-" + name.Replace('_', '-')),
        Name = name,
        Type = ElementId.TryParse(type, out var value) ? new TypeRef { ValueType = value } : TypeRef.Data(type),
        IsRequired = isRequired,
        DefaultValue = defaultValue is null ? null : new JsonLiteral(defaultValue),
    };
}
