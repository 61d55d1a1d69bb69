using System.Text.Json.Serialization;
using Oms.Domain.History;

namespace Oms.Domain.Ontology;

/// <summary>
/// A JSON value held as canonical text (object keys in ordinal order, no white space), so that equal values are equal text.
/// Made by <see cref="CanonicalJson.Literal(System.Text.Json.JsonElement)"/>.
/// </summary>
/// <param name="Text">The canonical JSON text.</param>
[JsonConverter(typeof(JsonLiteralConverter))]
public sealed record JsonLiteral(string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
