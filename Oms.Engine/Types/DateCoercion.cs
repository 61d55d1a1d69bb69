using System.Globalization;

namespace Oms.Engine.Types;

/// <summary>Date: a day as RFC 3339 writes it, as <see cref="DateOnly"/>.</summary>
internal sealed class DateCoercion : TextCoercion<DateOnly>
{
    private const string Form = "yyyy-MM-dd";

    public override string Expectation => "a date in the form YYYY-MM-DD";

    protected override bool TryParseText(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    protected override string Format(DateOnly value) => value.ToString(Form, CultureInfo.InvariantCulture);
}
