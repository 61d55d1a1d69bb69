using System.Text;
using System.Text.Json;

namespace Oms.Domain.Ontology.Rules;

/// <summary>Literals of the model as JSON values.</summary>
internal static class Json
{
    internal static JsonElement Of(JsonLiteral literal)
    {
        using var document = JsonDocument.Parse(literal.Text);
        return document.RootElement.Clone();
    }

    /// <summary>How many objects and lists are open at the deepest place.</summary>
    internal static int DepthOf(JsonLiteral literal)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(literal.Text), new JsonReaderOptions { MaxDepth = 1000 });
        var deepest = 0;
        while (reader.Read())
            deepest = Math.Max(deepest, reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject ? 1 : 0));
        return deepest;
    }

    /// <summary>Characters as Unicode counts them, not halves of surrogate pairs.</summary>
    internal static int LengthOf(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
            length++;
        return length;
    }
}
