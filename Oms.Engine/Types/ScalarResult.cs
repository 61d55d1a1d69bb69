using System.Globalization;
using System.Text.Json;

namespace Oms.Engine.Types;

/// <summary>Plain values out of the objects that resolvers return.</summary>
internal static class ScalarResult
{
    /// <summary>A JSON text, number or boolean as the .NET value it stands for; anything else as it is.</summary>
    /// <param name="value">A resolver's result.</param>
    /// <returns>A string, bool, long, double, or the value itself.</returns>
    public static object Unwrap(object value) => value is not JsonElement element ? value : element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.GetDouble(),
        _ => value,
    };

    /// <summary>A number of any .NET type as a double; refuses what is no number.</summary>
    public static bool TryGetDouble(object value, out double number)
    {
        switch (value)
        {
            case double d: number = d; return true;
            case float f: number = double.Parse(f.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture); return true;
            case decimal m: number = (double)m; return true;
            case int or long or short or byte or sbyte or ushort or uint or ulong:
                number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                return true;
            default: number = 0; return false;
        }
    }

    /// <summary>A number without a fraction as a long; refuses fractions and what is no number.</summary>
    public static bool TryGetWhole(object value, out long number)
    {
        switch (value)
        {
            case int i: number = i; return true;
            case long l: number = l; return true;
            case short or byte or sbyte or ushort or uint: number = Convert.ToInt64(value, CultureInfo.InvariantCulture); return true;
            case ulong u and <= long.MaxValue: number = (long)u; return true;
            case decimal m when m == decimal.Truncate(m) && m is >= long.MinValue and <= long.MaxValue: number = (long)m; return true;
            case double or float:
                TryGetDouble(value, out var d);
                // 2^63 itself is beyond the range, and the largest double below it is within.
                var fits = d == Math.Floor(d) && d is >= -9.2233720368547758E18 and < 9.2233720368547758E18;
                number = fits ? (long)d : 0;
                return fits;
            default: number = 0; return false;
        }
    }
}
