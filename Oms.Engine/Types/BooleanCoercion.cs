using System.Buffers;
using System.Text.Json;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>Boolean (spec 3.5.4), as <see cref="bool"/>. Results may also be numbers, of which 0 is false.</summary>
internal sealed class BooleanCoercion : ScalarCoercion
{
    public override Type RuntimeType => typeof(bool);

    public override string Expectation => "true or false";

    public override bool TryParseLiteral(ValueNode literal, out object? value)
    {
        value = (literal as BooleanValueNode)?.Value;
        return value is not null;
    }

    public override bool TryParseJson(ref Utf8JsonReader reader, out object? value)
    {
        value = reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => null,
        };
        return value is not null;
    }

    public override bool TryParseObject(object input, out object? value)
    {
        value = ScalarResult.Unwrap(input) is bool b ? b : null;
        return value is not null;
    }

    public override bool TryWrite(object value, IBufferWriter<byte> output)
    {
        var unwrapped = ScalarResult.Unwrap(value);
        if (unwrapped is not bool result)
        {
            if (!ScalarResult.TryGetDouble(unwrapped, out var number) || !double.IsFinite(number))
                return false;
            result = number != 0;
        }

        JsonOutput.WriteBoolean(output, result);
        return true;
    }
}
