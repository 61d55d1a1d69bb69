using System.Text.Json.Nodes;

namespace Oms.Graph.Events;

/// <summary>A value that a schema allows, with texts that mean something where the name of a field tells what it is.</summary>
internal static class SampleData
{
    private const int MaxDepth = 12;

    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["name"] = "Customer", ["holder"] = "funnel", ["indexer"] = "funnel", ["actor"] = "ann", ["decidedBy"] = "ann", ["endedBy"] = "ann", ["approvedBy"] = "bob",
        ["reason"] = "the index is built anew", ["endReason"] = "done", ["message"] = "5,000 of 12,000 records", ["issue"] = "OMS-123", ["from"] = "main",
        ["head"] = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", ["headBefore"] = "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
        ["headAfter"] = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", ["commit"] = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ["target"] = "webhook:orders", ["error"] = "the answer was 500", ["eventType"] = "io.oms.branch.updated", ["eventId"] = "0192a3f0-5b7e-7c11-9d3a-2f6b8c4d1e06",
        ["id"] = "0192a3f0-5b7e-7c11-9d3a-2f6b8c4d1e05", ["indexingId"] = "0192a3f0-5b7e-7c11-9d3a-2f6b8c4d1e05", ["version"] = "1.4.0", ["previous"] = "1.3.2",
        ["types"] = "branch.*", ["branches"] = "release/*", ["authors"] = "ann", ["targets"] = "webhook:orders",
    };

    /// <summary>A value of this schema.</summary>
    internal static JsonNode Of(JsonObject schema) => Value(schema, schema, "", 0)!;

    private static JsonNode? Value(JsonNode? schema, JsonObject root, string name, int depth)
    {
        if (schema is not JsonObject shape || depth > MaxDepth)
            return JsonValue.Create("text");
        if (shape["$ref"]?.GetValue<string>() is { } reference)
            return Value(Resolve(root, reference), root, name, depth + 1);
        if (shape["enum"] is JsonArray values)
            return values.First(v => v is not null)!.DeepClone();
        if (shape["anyOf"] is JsonArray any)
            return Value(any[0], root, name, depth + 1);
        return TypeOf(shape) switch
        {
            "object" => Members(shape, root, depth),
            "array" => new JsonArray(Value(shape["items"], root, name, depth + 1)),
            "integer" => JsonValue.Create(name == "percent" ? 42 : 1),
            "number" => JsonValue.Create(0.5),
            "boolean" => JsonValue.Create(true),
            _ => JsonValue.Create(Text(shape, name)),
        };
    }

    private static JsonObject Members(JsonObject shape, JsonObject root, int depth)
    {
        var made = new JsonObject();
        foreach (var (name, member) in (shape["properties"] as JsonObject) ?? [])
            made[name] = Value(member, root, name, depth + 1);
        return made;
    }

    // A type and null beside it is the type.
    private static string? TypeOf(JsonObject shape) => shape["type"] switch
    {
        JsonArray several => several.Select(t => t!.GetValue<string>()).FirstOrDefault(t => t != "null"),
        JsonValue one => one.GetValue<string>(),
        _ => null,
    };

    private static string Text(JsonObject shape, string name)
    {
        if (shape["format"]?.GetValue<string>() == "date-time")
            return "2026-03-01T09:30:00Z";
        return shape["pattern"]?.GetValue<string>() switch
        {
            EventSchemas.HashPattern => Texts["head"],
            EventSchemas.ElementPattern => "ot-4f2a9c",
            EventSchemas.MemberPattern => "m-email",
            _ => Texts.GetValueOrDefault(name, "text"),
        };
    }

    private static JsonNode? Resolve(JsonObject root, string reference)
    {
        JsonNode? found = root;
        foreach (var step in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            found = found is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : found?[step];
        return found;
    }
}
