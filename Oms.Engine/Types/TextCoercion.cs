using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>A scalar whose values are strings of a certain form.</summary>
/// <typeparam name="T">The .NET type of its values.</typeparam>
internal abstract class TextCoercion<T> : ScalarCoercion
    where T : notnull
{
    public override Type RuntimeType => typeof(T);

    public override bool TryParseLiteral(ValueNode literal, out object? value)
    {
        value = null;
        return literal is StringValueNode text && TryParse(text.Value, out value);
    }

    public override bool TryParseJson(ref Utf8JsonReader reader, out object? value)
    {
        value = null;
        return JsonInput.TryGetString(ref reader, out var text) && TryParse(text, out value);
    }

    public override bool TryParseObject(object input, out object? value)
    {
        if (TryConvert(input, out var converted))
        {
            value = converted;
            return true;
        }

        value = null;
        return ScalarResult.Unwrap(input) is string text && TryParse(text, out value);
    }

    public override bool TryWrite(object value, IBufferWriter<byte> output)
    {
        if (!TryParseObject(value, out var parsed))
            return false;
        JsonOutput.WriteString(output, Format((T)parsed!));
        return true;
    }

    /// <summary>Reads the text of a value.</summary>
    protected abstract bool TryParseText(string text, [NotNullWhen(true)] out T? value);

    /// <summary>The text of a value.</summary>
    protected abstract string Format(T value);

    /// <summary>Takes a .NET value that means the same.</summary>
    protected virtual bool TryConvert(object input, [NotNullWhen(true)] out T? value)
    {
        value = input is T typed ? typed : default;
        return input is T;
    }

    private bool TryParse(string text, out object? value)
    {
        var parsed = TryParseText(text, out var typed);
        value = parsed ? typed : null;
        return parsed;
    }
}
