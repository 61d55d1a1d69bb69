using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Oms.Engine.Conformance;

/// <summary>Coerced values as JSON text.</summary>
internal static class EchoText
{
    public static string Of(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> fields =>
            '{' + string.Join(',', fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{ResultText.Of(f.Key)}:{Of(f.Value)}")) + '}',
        JsonElement element => element.GetRawText(),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        string text => ResultText.Of(text),
        IEnumerable items => '[' + string.Join(',', items.Cast<object?>().Select(Of)) + ']',
        _ => ResultText.Of(value),
    };
}
