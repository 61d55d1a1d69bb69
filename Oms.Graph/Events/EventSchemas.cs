using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Graph.Events;

/// <summary>
/// JSON Schemas of events (draft 2020-12), made from the records that are written. They are open: a field that is added breaks no consumer that
/// holds events against an older schema.
/// </summary>
internal static class EventSchemas
{
    private const string Draft = "https://json-schema.org/draft/2020-12/schema";

    internal const string HashPattern = "^([0-9a-f]{64})?$";
    internal const string MemberPattern = "^m-[a-z0-9-]{1,64}$";
    internal const string ElementPattern = "^[a-z]{2}-[a-z0-9-]{1,64}$";

    private static readonly JsonSchemaExporterOptions Exporter = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Transform,
    };

    /// <summary>The schema of a type's data.</summary>
    internal static JsonObject OfData(EventDescription description) => (JsonObject)JsonSchemaExporter.GetJsonSchemaAsNode(CanonicalJson.Options, description.Data, Exporter);

    /// <summary>The schema of a whole event in structured mode.</summary>
    internal static JsonObject OfEvent(EventDescription description)
    {
        var properties = new JsonObject
        {
            ["specversion"] = new JsonObject { ["const"] = "1.0" },
            ["type"] = new JsonObject { ["const"] = description.Type },
        };
        foreach (var (name, meaning) in Attributes(description))
            properties[name] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["description"] = meaning };
        properties["time"]!["format"] = "date-time";
        properties["source"]!["format"] = "uri-reference";
        properties["datacontenttype"] = new JsonObject { ["const"] = "application/json" };
        properties["data"] = OfData(description);
        return new JsonObject
        {
            ["$schema"] = Draft,
            ["title"] = description.Type,
            ["description"] = description.Summary,
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. properties.Select(p => p.Key).Where(k => k != "commit").Select(k => (JsonNode)k)]),
        };
    }

    private static IEnumerable<(string Name, string Meaning)> Attributes(EventDescription description)
    {
        yield return ("id", "Unique; a repeat has the same.");
        yield return ("source", "/oms, and the branch after it where one is concerned.");
        yield return ("subject", "{resource type}/{id}");
        yield return ("time", "When it happened.");
        yield return ("sequence", "The event's number in the log, as text: rises without gaps.");
        yield return ("author", "Who caused it.");
        yield return ("correlationid", "Ties it to the request and its audit entries.");
        if (!description.IsOfBranch)
            yield break;
        yield return ("branch", "The branch.");
        yield return ("commit", "The commit, where one was made or read.");
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (PatternOf(type) is { } pattern)
            return new JsonObject { ["type"] = type == context.TypeInfo.Type ? "string" : new JsonArray("string", "null"), ["pattern"] = pattern };
        if (schema is not JsonObject made)
            return schema;
        made.Remove("additionalProperties");
        made.Remove("default");
        if (made["required"] is JsonArray required && made["properties"] is JsonObject properties)
            made["required"] = new JsonArray([.. required.Where(r => !MayBeLeftOut(properties[r!.GetValue<string>()])).Select(r => r!.DeepClone())]);
        return made;
    }

    // Canonical JSON leaves nulls and empty lists out.
    private static bool MayBeLeftOut(JsonNode? member) => member?["type"] switch
    {
        JsonArray several => several.Any(t => t!.GetValue<string>() == "null"),
        JsonValue one => one.GetValue<string>() == "array",
        _ => false,
    };

    private static string? PatternOf(Type type) => type == typeof(ObjectHash) ? HashPattern : type == typeof(ElementId) ? ElementPattern : type == typeof(MemberId) ? MemberPattern : null;
}
