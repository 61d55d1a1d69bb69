using System.Text.Json;
using System.Text.Json.Serialization;
using Oms.Domain.History;

namespace Oms.Domain.Ontology;

/// <summary>Writes <see cref="Annotations"/> as an object of key to value.</summary>
public sealed class AnnotationsConverter : JsonConverter<Annotations>
{
    /// <inheritdoc/>
    public override Annotations Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var values = JsonElement.ParseValue(ref reader);
        return new(values.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null)
            .Select(p => new KeyValuePair<string, JsonLiteral>(p.Name, CanonicalJson.Literal(p.Value))));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Annotations value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, literal) in value.Values)
        {
            writer.WritePropertyName(key);
            writer.WriteRawValue(literal.Text);
        }

        writer.WriteEndObject();
    }
}
