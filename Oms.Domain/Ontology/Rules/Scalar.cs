using System.Globalization;
using System.Text.Json;

namespace Oms.Domain.Ontology.Rules;

/// <summary>Reads one plain value of a data type into something that can be compared.</summary>
internal static class Scalar
{
    private static readonly string[] TimeForms = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    private static readonly string[] LocalForms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    private static readonly string[] ZonedForms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The value; null when it is none of this type. A float that is no finite number is a text.</summary>
    internal static IComparable? Read(JsonElement value, string dataType) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => dataType == "boolean" ? value.GetBoolean() : null,
        JsonValueKind.Number => ReadNumber(value.GetRawText(), dataType),
        JsonValueKind.String => ReadText(value.GetString()!, dataType),
        _ => null,
    };

    private static IComparable? ReadNumber(string text, string dataType)
    {
        if (!DecimalNumber.TryParse(text, out var number))
            return null;
        var fits = dataType switch
        {
            "integer" => number.IsWhole && Within(number, int.MinValue, int.MaxValue),
            "long" => number.IsWhole && Within(number, long.MinValue, long.MaxValue),
            "float" => float.TryParse(text, CultureInfo.InvariantCulture, out var single) && float.IsFinite(single),
            "double" => double.TryParse(text, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real),
            "decimal" => true,
            _ => false,
        };
        return fits ? number : null;
    }

    private static IComparable? ReadText(string text, string dataType) => dataType switch
    {
        "string" or "text" => text,
        "float" or "double" => text is "NaN" or "Infinity" or "-Infinity" ? text : null,
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        "time" => TimeOnly.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
        "datetime" => Moment(text, LocalForms) ?? Moment(text, ZonedForms),
        "timestamp" => text.Length > 0 && !TimeEndsBare(text) ? Moment(text, ZonedForms) : null,
        _ => null,
    };

    // Without a zone, the reader would take the machine's own.
    private static bool TimeEndsBare(string text) => Moment(text, LocalForms) is not null;

    private static IComparable? Moment(string text, string[] forms) =>
        DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private static bool Within(DecimalNumber number, long least, long most) =>
        number.CompareTo(new DecimalNumber(least, 0)) >= 0 && number.CompareTo(new DecimalNumber(most, 0)) <= 0;
}
