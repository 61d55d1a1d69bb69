using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>Decimal: decimal numbers of up to 28 digits without rounding, as <see cref="decimal"/>, in JSON as numbers.</summary>
internal sealed class DecimalCoercion : ScalarCoercion
{
    public override Type RuntimeType => typeof(decimal);

    public override string Expectation => "a decimal number of at most 28 digits";

    public override bool TryParseLiteral(ValueNode literal, out object? value)
    {
        var text = literal switch
        {
            IntValueNode node => node.Value,
            FloatValueNode node => node.Value,
            _ => null,
        };
        var number = 0m;
        var fits = text is not null && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        value = fits ? number : null;
        return fits;
    }

    public override bool TryParseJson(ref Utf8JsonReader reader, out object? value)
    {
        var number = 0m;
        var fits = reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out number);
        value = fits ? number : null;
        return fits;
    }

    public override bool TryParseObject(object input, out object? value)
    {
        value = input switch
        {
            decimal number => number,
            JsonElement { ValueKind: JsonValueKind.Number } element => element.TryGetDecimal(out var number) ? number : null,
            _ when ScalarResult.TryGetWhole(input, out var whole) => (decimal)whole,
            double number when Math.Abs(number) < (double)decimal.MaxValue => (decimal)number,
            float number when Math.Abs(number) < (float)decimal.MaxValue => (decimal)number,
            _ => null,
        };
        return value is not null;
    }

    public override bool TryWrite(object value, IBufferWriter<byte> output)
    {
        if (!TryParseObject(value, out var number))
            return false;
        JsonOutput.WriteNumber(output, (decimal)number!);
        return true;
    }
}
