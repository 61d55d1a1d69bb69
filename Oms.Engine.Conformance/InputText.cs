using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Oms.Engine.Conformance;

/// <summary>Strings of a case's input. They may hold lone surrogates, for which <see cref="JsonElement.GetString"/> throws.</summary>
internal static class InputText
{
    /// <returns>Null when there is none, or it is null.</returns>
    public static string? Find(JsonElement input, string name) =>
        input.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Of(value) : null;

    public static string Get(JsonElement input, string name) => Of(input.GetProperty(name));

    public static string Of(JsonElement text)
    {
        var raw = text.GetRawText();
        return raw.Contains("\\ud", StringComparison.OrdinalIgnoreCase) ? Unescape(raw.AsSpan(1, raw.Length - 2)) : text.GetString()!;
    }

    private static string Unescape(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            i++;
            text.Append(raw[i] == 'u' ? (char)ushort.Parse(raw.Slice(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : Single(raw[i]));
            if (raw[i] == 'u')
                i += 4;
        }

        return text.ToString();
    }

    private static char Single(char letter) => letter switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => letter,
    };
}
