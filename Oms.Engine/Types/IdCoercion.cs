using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>ID (spec 3.5.5): read from strings and whole numbers, always as <see cref="string"/>.</summary>
internal sealed class IdCoercion : ScalarCoercion
{
    public override Type RuntimeType => typeof(string);

    public override string Expectation => "a string or a whole number";

    public override bool TryParseLiteral(ValueNode literal, out object? value)
    {
        value = literal switch
        {
            StringValueNode text => text.Value,
            IntValueNode number => number.Value,
            _ => null,
        };
        return value is not null;
    }

    public override bool TryParseJson(ref Utf8JsonReader reader, out object? value)
    {
        value = null;
        if (JsonInput.TryGetString(ref reader, out var text))
            value = text;
        else if (JsonInput.TryGetDigits(ref reader, out var digits))
            value = digits;
        return value is not null;
    }

    public override bool TryParseObject(object input, out object? value)
    {
        value = TextOf(ScalarResult.Unwrap(input));
        return value is not null;
    }

    public override bool TryWrite(object value, IBufferWriter<byte> output)
    {
        if (TextOf(ScalarResult.Unwrap(value)) is not { } text)
            return false;
        JsonOutput.WriteString(output, text);
        return true;
    }

    private static string? TextOf(object value) => value switch
    {
        string s => s,
        Guid id => id.ToString(),
        _ when ScalarResult.TryGetWhole(value, out var number) => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
