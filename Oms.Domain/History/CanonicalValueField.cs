using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Oms.Domain.History;

/// <summary>A field of any type but a list.</summary>
/// <typeparam name="TRecord">The record.</typeparam>
/// <typeparam name="TValue">The type of the field.</typeparam>
internal sealed class CanonicalValueField<TRecord, TValue>(JsonPropertyInfo property, TRecord blank) : CanonicalField<TRecord>
{
    private readonly JsonEncodedText name = JsonEncodedText.Encode(property.Name, CanonicalEncoder.Instance);
    private readonly Func<TRecord, TValue> get = Getter<TValue>(property);
    private readonly TValue whenBlank = Getter<TValue>(property)(blank);
    private readonly Func<object, object?, bool> isLeftIn = property.ShouldSerialize!;

    internal override void Write(Utf8JsonWriter writer, TRecord record)
    {
        var value = get(record);
        // The same question, asked without making an object of the value where it is none.
        if (value is null || (typeof(TValue).IsValueType ? EqualityComparer<TValue>.Default.Equals(value, whenBlank) : !isLeftIn(record!, value)))
            return;
        writer.WritePropertyName(name);
        CanonicalValue<TValue>.Write(writer, value);
    }
}
