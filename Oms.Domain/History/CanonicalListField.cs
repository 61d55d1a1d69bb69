using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Oms.Domain.History;

/// <summary>A field that is a list.</summary>
/// <typeparam name="TRecord">The record.</typeparam>
/// <typeparam name="TItem">The type of the items.</typeparam>
internal sealed class CanonicalListField<TRecord, TItem>(JsonPropertyInfo property) : CanonicalField<TRecord>
{
    private readonly JsonEncodedText name = JsonEncodedText.Encode(property.Name, CanonicalEncoder.Instance);
    private readonly Func<TRecord, ImmutableArray<TItem>> get = Getter<ImmutableArray<TItem>>(property);

    internal override void Write(Utf8JsonWriter writer, TRecord record)
    {
        var items = get(record);
        if (items.IsEmpty)
            return;
        writer.WriteStartArray(name);
        foreach (var item in items)
            if (item is null)
                writer.WriteNullValue();
            else
                CanonicalValue<TItem>.Write(writer, item);
        writer.WriteEndArray();
    }
}
