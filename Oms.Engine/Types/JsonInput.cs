using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Oms.Engine.Types;

/// <summary>Reads single JSON values of variables.</summary>
internal static class JsonInput
{
    /// <summary>The text of a JSON string; refuses other values, and strings that are not Unicode.</summary>
    public static bool TryGetString(ref Utf8JsonReader reader, out string text)
    {
        text = "";
        if (reader.TokenType != JsonTokenType.String)
            return false;
        try
        {
            text = reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // The reader throws for half of a surrogate pair; there is no call that asks first.
            return false;
        }
    }

    /// <summary>A whole JSON number of any size, as its digits.</summary>
    public static bool TryGetDigits(ref Utf8JsonReader reader, [NotNullWhen(true)] out string? digits)
    {
        digits = null;
        if (reader.TokenType != JsonTokenType.Number)
            return false;
        if (reader.TryGetInt64(out var small))
            digits = small.ToString(CultureInfo.InvariantCulture);
        else if (reader.ValueSpan.IndexOfAny("eE."u8) < 0)
            digits = Encoding.ASCII.GetString(reader.ValueSpan);
        else if (TryGetWhole(ref reader, out var whole))
            digits = whole.ToString(CultureInfo.InvariantCulture);
        return digits is not null;
    }

    /// <summary>A JSON number without a fraction, however written: 1, 1.0 and 1e0 are the same number.</summary>
    public static bool TryGetWhole(ref Utf8JsonReader reader, out long number)
    {
        number = 0;
        if (reader.TokenType != JsonTokenType.Number)
            return false;
        return reader.TryGetInt64(out number) || (reader.TryGetDouble(out var d) && ScalarResult.TryGetWhole(d, out number));
    }
}
