using System.Runtime.InteropServices;
using System.Text.Json;
using Oms.Domain.Ontology;

namespace Oms.Domain.Deltas;

/// <summary>What changed in one element: fields that are set or gone, and of each list of members what is new, changed or gone.</summary>
internal static class ElementDelta
{
    /// <summary>The lists whose items have ids.</summary>
    internal static readonly string[] MemberLists = ["properties", "fields", "parameters", "requiredLinks"];

    internal static void Write(ElementId id, Element before, Element after, Utf8JsonWriter json)
    {
        using var old = JsonDocument.Parse(ElementJson.Write(before));
        using var now = JsonDocument.Parse(ElementJson.Write(after));
        json.WriteStartObject();
        json.WriteString("id", id.Value);
        WriteFields(old.RootElement, now.RootElement, json, MemberLists);
        var lists = MemberLists.Where(list => Differ(old.RootElement, now.RootElement, list)).ToList();
        if (lists.Count > 0)
            json.WriteStartObject("members");
        foreach (var list in lists)
            WriteMembers(list, Items(old.RootElement, list), Items(now.RootElement, list), json);
        if (lists.Count > 0)
            json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFields(JsonElement old, JsonElement now, Utf8JsonWriter json, ReadOnlySpan<string> apart)
    {
        var (set, splices) = (new List<JsonProperty>(), new List<(string Field, List<TextSplice> Texts)>());
        foreach (var field in now.EnumerateObject())
        {
            var isThere = old.TryGetProperty(field.Name, out var before);
            if (apart.Contains(field.Name) || (isThere && Same(before, field.Value)))
                continue;
            if (isThere && TextSplice.Between(before, field.Value) is { } texts)
                splices.Add((field.Name, texts));
            else
                set.Add(field);
        }

        WriteSet(set, json);
        WriteUnset(old, now, json, apart);
        WriteSplices(splices, json);
    }

    private static void WriteSet(List<JsonProperty> set, Utf8JsonWriter json)
    {
        if (set.Count == 0)
            return;
        json.WriteStartObject("set");
        foreach (var field in set)
        {
            json.WritePropertyName(field.Name);
            field.Value.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void WriteUnset(JsonElement old, JsonElement now, Utf8JsonWriter json, ReadOnlySpan<string> apart)
    {
        var isOpen = false;
        foreach (var field in old.EnumerateObject())
        {
            if (apart.Contains(field.Name) || now.TryGetProperty(field.Name, out _))
                continue;
            if (!isOpen)
                json.WriteStartArray("unset");
            isOpen = true;
            json.WriteStringValue(field.Name);
        }

        if (isOpen)
            json.WriteEndArray();
    }

    private static void WriteSplices(List<(string Field, List<TextSplice> Texts)> splices, Utf8JsonWriter json)
    {
        if (splices.Count == 0)
            return;
        json.WriteStartObject("splice");
        foreach (var (field, texts) in splices)
        {
            json.WriteStartObject(field);
            foreach (var text in texts)
                text.Write(json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteMembers(string list, List<JsonElement> old, List<JsonElement> now, Utf8JsonWriter json)
    {
        var before = old.ToDictionary(IdOf, StringComparer.Ordinal);
        var kept = now.Select(IdOf).ToHashSet(StringComparer.Ordinal);
        json.WriteStartObject(list);
        WriteList("removed", old.Where(m => !kept.Contains(IdOf(m))), (m, j) => j.WriteStringValue(IdOf(m)), json);
        WriteList("added", now.Where(m => !before.ContainsKey(IdOf(m))), (m, j) => m.WriteTo(j), json);
        WriteList("changed", now.Where(m => before.TryGetValue(IdOf(m), out var was) && !Same(was, m)), (m, j) => WriteChanged(before[IdOf(m)], m, j), json);
        WriteOrder(old, now, before, kept, json);
        json.WriteEndObject();
    }

    private static void WriteChanged(JsonElement old, JsonElement now, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", IdOf(now));
        WriteFields(old, now, json, []);
        json.WriteEndObject();
    }

    private static void WriteList(string name, IEnumerable<JsonElement> members, Action<JsonElement, Utf8JsonWriter> write, Utf8JsonWriter json)
    {
        var isOpen = false;
        foreach (var member in members)
        {
            if (!isOpen)
                json.WriteStartArray(name);
            isOpen = true;
            write(member, json);
        }

        if (isOpen)
            json.WriteEndArray();
    }

    // Without an order, what stayed keeps its own and what is new comes after it.
    private static void WriteOrder(List<JsonElement> old, List<JsonElement> now, Dictionary<string, JsonElement> before, HashSet<string> kept, Utf8JsonWriter json)
    {
        var order = now.Select(IdOf).ToList();
        if (old.Select(IdOf).Where(kept.Contains).Concat(order.Where(id => !before.ContainsKey(id))).SequenceEqual(order))
            return;
        json.WriteStartArray("order");
        foreach (var id in order)
            json.WriteStringValue(id);
        json.WriteEndArray();
    }

    private static bool Differ(JsonElement old, JsonElement now, string list) =>
        old.TryGetProperty(list, out var before) != now.TryGetProperty(list, out var after) || (before.ValueKind == JsonValueKind.Array && !Same(before, after));

    private static List<JsonElement> Items(JsonElement element, string list) => element.TryGetProperty(list, out var items) ? [.. items.EnumerateArray()] : [];

    private static string IdOf(JsonElement member) => member.GetProperty("id").GetString()!;

    // Both are canonical, so equal values are equal bytes.
    private static bool Same(JsonElement one, JsonElement other) => JsonMarshal.GetRawUtf8Value(one).SequenceEqual(JsonMarshal.GetRawUtf8Value(other));
}
