using System.Globalization;
using System.Numerics;

namespace Oms.Domain.Ontology.Rules;

/// <summary>
/// A number exactly as JSON writes it: digits times a power of ten, without trailing zeros, so that equal numbers are equal values.
/// Longer than 400 digits, or an exponent beyond 400, is no number here: more than any data type holds.
/// </summary>
internal readonly record struct DecimalNumber(BigInteger Digits, int Scale) : IComparable<DecimalNumber>, IComparable
{
    private const int Longest = 400;

    /// <summary>True when there is nothing after the point.</summary>
    internal bool IsWhole => Scale <= 0;

    /// <summary>Digits after the point.</summary>
    internal int Fraction => Math.Max(Scale, 0);

    /// <summary>Digits before the point.</summary>
    internal int Whole => Digits.IsZero ? 0 : Math.Max(BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture).Length - Scale, 0);

    internal static bool TryParse(string text, out DecimalNumber number)
    {
        number = default;
        var mark = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = mark < 0 ? text : text[..mark];
        var exponent = 0;
        if (text.Length > Longest || (mark >= 0 && !int.TryParse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            || Math.Abs((long)exponent) > Longest)
            return false;
        var point = mantissa.IndexOf('.');
        var scale = point < 0 ? 0 : mantissa.Length - point - 1;
        if (!BigInteger.TryParse(mantissa.Replace(".", ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var digits))
            return false;
        number = Trimmed(digits, scale - exponent);
        return true;
    }

    public int CompareTo(DecimalNumber other)
    {
        var scale = Math.Max(Scale, other.Scale);
        return (Digits * BigInteger.Pow(10, scale - Scale)).CompareTo(other.Digits * BigInteger.Pow(10, scale - other.Scale));
    }

    public int CompareTo(object? other) => CompareTo((DecimalNumber)other!);

    private static DecimalNumber Trimmed(BigInteger digits, int scale)
    {
        if (digits.IsZero)
            return default;
        while (true)
        {
            var shorter = BigInteger.DivRem(digits, 10, out var last);
            if (!last.IsZero)
                return new DecimalNumber(digits, scale);
            digits = shorter;
            scale--;
        }
    }
}
