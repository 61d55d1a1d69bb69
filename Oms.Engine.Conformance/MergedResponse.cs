using System.Text.Json.Nodes;

namespace Oms.Engine.Conformance;

/// <summary>A response in parts, put together as a client does.</summary>
internal sealed class MergedResponse
{
    private readonly JsonNode? initial;
    private readonly JsonNode? data;
    private readonly JsonArray errors = [];
    private readonly Dictionary<string, JsonArray> places = new(StringComparer.Ordinal);

    public MergedResponse(JsonNode first)
    {
        initial = first["data"]?.DeepClone();
        data = first["data"]?.DeepClone();
        TakeErrors(first);
        Announce(first);
    }

    public void Add(JsonNode next)
    {
        Announce(next);
        foreach (var part in next["incremental"] as JsonArray ?? [])
            Merge(part!);
        foreach (var ended in next["completed"] as JsonArray ?? [])
            TakeErrors(ended!);
    }

    public string ToJson()
    {
        var merged = new JsonObject { ["incremental"] = true, ["initial"] = initial?.DeepClone(), ["data"] = data?.DeepClone() };
        if (errors.Count > 0)
            merged["errors"] = errors.DeepClone();
        return merged.ToJsonString();
    }

    private void Announce(JsonNode response)
    {
        foreach (var pending in response["pending"] as JsonArray ?? [])
            places[(string)pending!["id"]!] = (JsonArray)pending["path"]!;
    }

    private void Merge(JsonNode part)
    {
        TakeErrors(part);
        var target = At([.. places[(string)part["id"]!], .. part["subPath"] as JsonArray ?? []]);
        if (part["items"] is JsonArray items)
            foreach (var item in items)
                ((JsonArray)target).Add(item?.DeepClone());
        else
            Merge((JsonObject)target, (JsonObject)part["data"]!);
    }

    private JsonNode At(IEnumerable<JsonNode?> path) =>
        path.Aggregate(data!, (node, key) => node is JsonArray list ? list[(int)key!]! : node[(string)key!]!);

    // Iterative: data may be nested as deep as a query.
    private static void Merge(JsonObject target, JsonObject source)
    {
        var open = new Stack<(JsonObject Target, JsonObject Source)>([(target, source)]);
        while (open.TryPop(out var pair))
        {
            foreach (var (name, value) in pair.Source)
            {
                if (value is JsonObject inner && pair.Target[name] is JsonObject known)
                    open.Push((known, inner));
                else
                    pair.Target[name] = value?.DeepClone();
            }
        }
    }

    private void TakeErrors(JsonNode carrier)
    {
        foreach (var error in carrier["errors"] as JsonArray ?? [])
            errors.Add(error!.DeepClone());
    }
}
