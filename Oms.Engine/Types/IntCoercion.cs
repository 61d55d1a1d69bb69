using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>Int (spec 3.5.1): whole numbers of 32 bits, as <see cref="int"/>.</summary>
internal sealed class IntCoercion : ScalarCoercion
{
    public override Type RuntimeType => typeof(int);

    public override string Expectation => "a whole number from -2147483648 to 2147483647";

    public override bool TryParseLiteral(ValueNode literal, out object? value)
    {
        var number = 0;
        var fits = literal is IntValueNode node && int.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
        value = fits ? number : null;
        return fits;
    }

    public override bool TryParseJson(ref Utf8JsonReader reader, out object? value)
    {
        var fits = JsonInput.TryGetWhole(ref reader, out var number) && number is >= int.MinValue and <= int.MaxValue;
        value = fits ? (int)number : null;
        return fits;
    }

    public override bool TryParseObject(object input, out object? value)
    {
        var fits = ScalarResult.TryGetWhole(ScalarResult.Unwrap(input), out var number) && number is >= int.MinValue and <= int.MaxValue;
        value = fits ? (int)number : null;
        return fits;
    }

    public override bool TryWrite(object value, IBufferWriter<byte> output)
    {
        if (!TryGetResult(ScalarResult.Unwrap(value), out var number) || number is < int.MinValue or > int.MaxValue)
            return false;
        JsonOutput.WriteNumber(output, number);
        return true;
    }

    private static bool TryGetResult(object value, out long number)
    {
        number = 0;
        switch (value)
        {
            case bool b:
                number = b ? 1 : 0;
                return true;
            case string s:
                return double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out var d) && ScalarResult.TryGetWhole(d, out number);
            default:
                return ScalarResult.TryGetWhole(value, out number);
        }
    }
}
