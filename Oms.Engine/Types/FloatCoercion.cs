using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>Float (spec 3.5.2): finite numbers of double precision, as <see cref="double"/>.</summary>
internal sealed class FloatCoercion : ScalarCoercion
{
    public override Type RuntimeType => typeof(double);

    public override string Expectation => "a finite number";

    public override bool TryParseLiteral(ValueNode literal, out object? value)
    {
        var text = literal switch
        {
            IntValueNode node => node.Value,
            FloatValueNode node => node.Value,
            _ => null,
        };
        var number = 0d;
        var fits = text is not null
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
        value = fits ? number : null;
        return fits;
    }

    public override bool TryParseJson(ref Utf8JsonReader reader, out object? value)
    {
        var number = 0d;
        var fits = reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out number) && double.IsFinite(number);
        value = fits ? number : null;
        return fits;
    }

    public override bool TryParseObject(object input, out object? value)
    {
        var fits = ScalarResult.TryGetDouble(ScalarResult.Unwrap(input), out var number) && double.IsFinite(number);
        value = fits ? number : null;
        return fits;
    }

    public override bool TryWrite(object value, IBufferWriter<byte> output)
    {
        if (!TryGetResult(ScalarResult.Unwrap(value), out var number) || !double.IsFinite(number))
            return false;
        JsonOutput.WriteNumber(output, number);
        return true;
    }

    private static bool TryGetResult(object value, out double number)
    {
        switch (value)
        {
            case bool b:
                number = b ? 1 : 0;
                return true;
            case string s:
                return double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
            default:
                return ScalarResult.TryGetDouble(value, out number);
        }
    }
}
