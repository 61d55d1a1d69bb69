using System.Globalization;

namespace Oms.Engine.Types;

/// <summary>DateTime: a moment with its offset as RFC 3339 writes it, to 100 nanoseconds, as <see cref="DateTimeOffset"/>.</summary>
internal sealed class DateTimeCoercion : TextCoercion<DateTimeOffset>
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";

    private static readonly string[] Forms = [Form + "'Z'", Form + "zzz"];

    public override string Expectation => "a date and time with offset as RFC 3339 writes it";

    protected override bool TryParseText(string text, out DateTimeOffset value) => DateTimeOffset.TryParseExact(
        text.ToUpperInvariant(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);

    protected override string Format(DateTimeOffset value) =>
        value.ToString(Form, CultureInfo.InvariantCulture)
        + (value.Offset == TimeSpan.Zero ? "Z" : value.ToString("zzz", CultureInfo.InvariantCulture));

    protected override bool TryConvert(object input, out DateTimeOffset value)
    {
        switch (input)
        {
            case DateTimeOffset moment:
                value = moment;
                return true;
            case DateTime { Kind: not DateTimeKind.Unspecified } moment:
                value = new DateTimeOffset(moment);
                return true;
            default:
                // A time of no known offset is no moment.
                value = default;
                return false;
        }
    }
}
