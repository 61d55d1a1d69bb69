using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Oms.Domain.History;
using Oms.Domain.Refusals;

namespace Oms.Domain.Ontology.Editing;

/// <summary>
/// Reads JSON from outside into the records of the model, telling everything that does not fit at once and in the model's words. Depth is
/// bounded by the JSON reader.
/// </summary>
internal static class JsonShape
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The JSON as nodes; null, and a violation, when it is not well formed.</summary>
    internal static JsonNode? Parse(JsonLiteral json, Trail trail, Violations violations)
    {
        if (!JsonText.IsUnicode(json.Text))
        {
            violations.Add(trail, new MalformedInput("A text in this JSON holds half a surrogate pair."));
            return null;
        }

        try
        {
            if (JsonNode.Parse(json.Text, documentOptions: Strict) is { } node)
                return node;
            violations.Add(trail, new MalformedInput("There is null where an object is expected."));
        }
        catch (JsonException e)
        {
            violations.Add(trail, new MalformedInput($"This is no JSON: {e.Message}"));
        }

        return null;
    }

    /// <summary>The record; null, and violations, when the JSON does not fit.</summary>
    internal static object? Read(JsonNode node, Type type, Trail trail, Violations violations) =>
        Fits(node, type, trail, violations) ? node.Deserialize(type, CanonicalJson.Options) : null;

    private static bool Fits(JsonNode node, Type type, Trail trail, Violations violations)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(JsonLiteral))
            return true;
        if (type == typeof(LocalizedText))
            return FitsTexts(node, trail, violations);
        if (type == typeof(Annotations))
            return node is JsonObject || Refuse(trail, "an object of values by key", violations);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return FitsList(node, type.GetGenericArguments()[0], trail, violations);
        return CanonicalJson.Options.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Object } info
            ? FitsObject(node, info, trail, violations)
            : FitsValue(node, type, trail, violations);
    }

    private static bool FitsObject(JsonNode node, JsonTypeInfo info, Trail trail, Violations violations)
    {
        if (node is not JsonObject json)
            return Refuse(trail, "an object", violations);
        DropNulls(json);
        var fits = true;
        foreach (var (name, value) in json)
        {
            if (info.Properties.FirstOrDefault(p => p.Name == name) is { } property)
                fits &= Fits(value!, property.PropertyType, trail.At(name), violations);
            else
                fits &= Unknown(trail.At(name), name, info, violations);
        }

        foreach (var missing in info.Properties.Where(p => p.IsRequired && !json.ContainsKey(p.Name)))
            fits &= Refuse(trail.At(missing.Name), "a value: this field is required", violations);
        return fits;
    }

    private static bool FitsTexts(JsonNode node, Trail trail, Violations violations)
    {
        if (node is not JsonObject json)
            return Refuse(trail, "an object of texts by language, such as {\"en\": \"Person\"}", violations);
        DropNulls(json);
        return json.All(t => FitsValue(t.Value!, typeof(string), trail.At(t.Key), violations));
    }

    private static bool FitsList(JsonNode node, Type item, Trail trail, Violations violations)
    {
        if (node is not JsonArray list)
            return Refuse(trail, "a list", violations);
        var fits = true;
        for (var i = 0; i < list.Count; i++)
            fits &= list[i] is { } one
                ? Fits(one, item, trail.At(i), violations)
                : item == typeof(JsonLiteral) || Refuse(trail.At(i), "a value, not null", violations);
        return fits;
    }

    private static bool FitsValue(JsonNode node, Type type, Trail trail, Violations violations)
    {
        var value = node as JsonValue;
        if (type == typeof(bool))
            return value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False || Refuse(trail, "true or false", violations);
        if (type == typeof(int))
            return value is not null && value.TryGetValue(out int _) || Refuse(trail, "a whole number of 32 bits", violations);
        if (value is null || value.GetValueKind() != JsonValueKind.String)
            return Refuse(trail, "a text", violations);
        var text = value.GetValue<string>();
        if (type.IsEnum)
            return Names(type).Contains(text) || Refuse(trail, "one of " + string.Join(", ", Names(type)), violations);
        return type != typeof(DateOnly) || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            || Refuse(trail, "a day, such as \"2026-12-31\"", violations);
    }

    private static IEnumerable<string> Names(Type type) => Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseUpper.ConvertName);

    private static void DropNulls(JsonObject json)
    {
        foreach (var name in json.Where(p => p.Value is null).Select(p => p.Key).ToList())
            json.Remove(name);
    }

    private static bool Unknown(Trail trail, string name, JsonTypeInfo info, Violations violations)
    {
        var known = string.Join(", ", info.Properties.Select(p => p.Name));
        violations.Add(trail, new MalformedInput($"There is no field '{Words.Shortened(name)}' here; there are {known}."));
        return false;
    }

    private static bool Refuse(Trail trail, string expected, Violations violations)
    {
        violations.Add(trail, new MalformedInput($"Expected {expected}."));
        return false;
    }
}
