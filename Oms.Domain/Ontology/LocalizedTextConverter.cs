using System.Text.Json;
using System.Text.Json.Serialization;

namespace Oms.Domain.Ontology;

/// <summary>Writes a <see cref="LocalizedText"/> as an object of language tag to text.</summary>
public sealed class LocalizedTextConverter : JsonConverter<LocalizedText>
{
    /// <inheritdoc/>
    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var texts = JsonSerializer.Deserialize<Dictionary<string, string?>>(ref reader, options)!;
        return new(texts.Where(t => t.Value is not null).Select(t => new KeyValuePair<string, string>(t.Key, t.Value!)));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (language, text) in value.Texts)
            writer.WriteString(language, text);
        writer.WriteEndObject();
    }
}
