using System.Text.Json;
using System.Text.Json.Serialization;
using Oms.Domain.History;

namespace Oms.Domain.Ontology;

/// <summary>Writes a <see cref="JsonLiteral"/> as the value that it is.</summary>
public sealed class JsonLiteralConverter : JsonConverter<JsonLiteral>
{
    /// <inheritdoc/>
    public override JsonLiteral Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CanonicalJson.Literal(JsonElement.ParseValue(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, JsonLiteral value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Text);
}
