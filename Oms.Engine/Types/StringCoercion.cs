using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>String (spec 3.5.3), as <see cref="string"/>. Results may also be booleans, numbers and .NET enum values.</summary>
internal sealed class StringCoercion : ScalarCoercion
{
    public override Type RuntimeType => typeof(string);

    public override string Expectation => "a string";

    public override bool TryParseLiteral(ValueNode literal, out object? value)
    {
        value = (literal as StringValueNode)?.Value;
        return value is not null;
    }

    public override bool TryParseJson(ref Utf8JsonReader reader, out object? value)
    {
        var isString = JsonInput.TryGetString(ref reader, out var text);
        value = isString ? text : null;
        return isString;
    }

    public override bool TryParseObject(object input, out object? value)
    {
        value = ScalarResult.Unwrap(input) as string;
        return value is not null;
    }

    public override bool TryWrite(object value, IBufferWriter<byte> output)
    {
        var text = ScalarResult.Unwrap(value) switch
        {
            string s => s,
            bool b => b ? "true" : "false",
            char or Enum or Guid or Uri => value.ToString(),
            var other when ScalarResult.TryGetWhole(other, out var whole) => whole.ToString(CultureInfo.InvariantCulture),
            var other when ScalarResult.TryGetDouble(other, out var number) && double.IsFinite(number) => number.ToString("R", CultureInfo.InvariantCulture),
            _ => null,
        };
        if (text is null)
            return false;
        JsonOutput.WriteString(output, text);
        return true;
    }
}
