using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>Byte: whole numbers from 0 to 255, as <see cref="byte"/>.</summary>
internal sealed class ByteCoercion : ScalarCoercion
{
    public override Type RuntimeType => typeof(byte);

    public override string Expectation => "a whole number from 0 to 255";

    public override bool TryParseLiteral(ValueNode literal, out object? value)
    {
        byte number = 0;
        var fits = literal is IntValueNode node && byte.TryParse(node.Value, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        value = fits ? number : null;
        return fits;
    }

    public override bool TryParseJson(ref Utf8JsonReader reader, out object? value)
    {
        var fits = JsonInput.TryGetWhole(ref reader, out var number) && number is >= byte.MinValue and <= byte.MaxValue;
        value = fits ? (byte)number : null;
        return fits;
    }

    public override bool TryParseObject(object input, out object? value)
    {
        var fits = ScalarResult.TryGetWhole(ScalarResult.Unwrap(input), out var number) && number is >= byte.MinValue and <= byte.MaxValue;
        value = fits ? (byte)number : null;
        return fits;
    }

    public override bool TryWrite(object value, IBufferWriter<byte> output)
    {
        if (!TryParseObject(value, out var number))
            return false;
        JsonOutput.WriteNumber(output, (byte)number!);
        return true;
    }
}
