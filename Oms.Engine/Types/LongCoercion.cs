using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>Long: whole numbers of 64 bits, as <see cref="long"/>, in JSON as numbers.</summary>
internal sealed class LongCoercion : ScalarCoercion
{
    public override Type RuntimeType => typeof(long);

    public override string Expectation => "a whole number of 64 bits";

    public override bool TryParseLiteral(ValueNode literal, out object? value)
    {
        var number = 0L;
        var fits = literal is IntValueNode node && long.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
        value = fits ? number : null;
        return fits;
    }

    public override bool TryParseJson(ref Utf8JsonReader reader, out object? value)
    {
        var fits = JsonInput.TryGetWhole(ref reader, out var number);
        value = fits ? number : null;
        return fits;
    }

    public override bool TryParseObject(object input, out object? value)
    {
        var fits = ScalarResult.TryGetWhole(ScalarResult.Unwrap(input), out var number);
        value = fits ? number : null;
        return fits;
    }

    public override bool TryWrite(object value, IBufferWriter<byte> output)
    {
        if (!ScalarResult.TryGetWhole(ScalarResult.Unwrap(value), out var number))
            return false;
        JsonOutput.WriteNumber(output, number);
        return true;
    }
}
