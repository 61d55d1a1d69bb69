using System.Text.Json;
using System.Text.Json.Nodes;
using Oms.Domain.Compatibility;
using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>
/// Merges free JSON by what it looks like: objects key by key, lists of plain values as sets in order, lists of objects by the key that
/// names each, texts word by word. The depth of an annotation is limited by the rules, and so is the recursion.
/// </summary>
internal sealed class AnnotationMerge(Decider decider)
{
    private static readonly string[] Naming = ["name", "id", "text", "key", "uri", "tag", "value"];

    internal Annotations Merge(Annotations b, Annotations o, Annotations t, Place place)
    {
        var merged = new Dictionary<string, JsonLiteral>(StringComparer.Ordinal);
        foreach (var key in b.Values.Keys.Union(o.Values.Keys).Union(t.Values.Keys).Order(StringComparer.Ordinal))
        {
            var (x, y, z) = (b.Values.GetValueOrDefault(key), o.Values.GetValueOrDefault(key), t.Values.GetValueOrDefault(key));
            var value = y == z || z == x ? y : y == x ? z : Literal(Merge(Node(x), Node(y), Node(z), place.At(key)));
            if (value is not null)
                merged[key] = value;
        }

        return new Annotations(merged);
    }

    private JsonNode? Merge(JsonNode? b, JsonNode? o, JsonNode? t, Place place)
    {
        if (JsonNode.DeepEquals(o, t) || JsonNode.DeepEquals(t, b))
            return o;
        if (JsonNode.DeepEquals(o, b))
            return t;
        if (o is JsonObject left && t is JsonObject right && b is null or JsonObject)
            return Objects(b as JsonObject ?? [], left, right, place);
        if (AsList(o) is { } mine && AsList(t) is { } others && AsList(b) is { } before && (o is JsonArray || t is JsonArray))
            return Lists(before, mine, others, place);
        if (Newest(o, t, place) is { } newest)
            return Told(newest, b, o, t, place);
        if (Text(o) is { } ours && Text(t) is { } theirs && Text(b) is var text)
            return TextMerging.Merge(decider, SemanticKind.AnnotationChange, text, ours, theirs, place) is { } merged ? JsonValue.Create(merged) : null;
        return Ask(b, o, t, place);
    }

    private JsonObject Objects(JsonObject b, JsonObject o, JsonObject t, Place place)
    {
        var merged = new JsonObject();
        foreach (var key in KeyedMerge.Order(Keys(b), Keys(o), Keys(t)))
            if (Merge(b[key], o[key], t[key], place.At(key)) is { } value)
                merged[key] = value.DeepClone();
        return merged;
    }

    private JsonNode? Lists(JsonArray b, JsonArray o, JsonArray t, Place place)
    {
        if (NamingKey(b, o, t) is { } name)
        {
            var items = KeyedMerge.Merge(Items(b), Items(o), Items(t), i => Name(i, name)!, (key, x, y, z) => Merge(x, y, z, place.At(key)));
            return new JsonArray([.. items.Select(i => i.DeepClone())]);
        }

        if (!IsSet(b) || !IsSet(o) || !IsSet(t) || BothReplaced(b, o, t))
            return Ask(b, o, t, place);
        // A list that is gone is one without items: what the other side put in meanwhile stays.
        var merged = KeyedMerge.Merge(Items(b), Items(o), Items(t), Canonical, KeyedMerge.Plain);
        var list = merged.Count == 0 && (o.Count == 0 || t.Count == 0) ? null : new JsonArray([.. merged.Select(i => i.DeepClone())]);
        var question = Sided(place.Ask(ConflictKind.ModifyModify, SemanticKind.SetChange, Severity.Info), b, o, t) with { Strategy = "set_union" };
        return (JsonNode?)decider.Decide(question, (b, o, t), list, list, Node);
    }

    private JsonNode? Ask(JsonNode? b, JsonNode? o, JsonNode? t, Place place)
    {
        var kind = o is null ? ConflictKind.DeleteModify : t is null ? ConflictKind.ModifyDelete : ConflictKind.ModifyModify;
        var question = Sided(place.Ask(kind, SemanticKind.AnnotationChange, Severity.Error), b, o, t);
        return (JsonNode?)decider.Decide(question, (b, o, t), null, null, Node);
    }

    private static Question Sided(Question question, JsonNode? b, JsonNode? o, JsonNode? t) =>
        (question with { Base = Literal(b), Ours = Literal(o), Theirs = Literal(t) }).WithSides();

    // The same item went on both sides, and each put something in its place: two edits of one thing that has no name.
    private static bool BothReplaced(JsonArray b, JsonArray o, JsonArray t)
    {
        if (b.All(i => i is JsonValue))
            return false;
        var (before, mine, others) = (Set(b), Set(o), Set(t));
        return before.Any(i => !mine.Contains(i) && !others.Contains(i)) && mine.Any(i => !before.Contains(i)) && others.Any(i => !before.Contains(i));
    }

    private static string? NamingKey(params JsonArray[] lists) =>
        lists.Sum(l => l.Count) == 0 || lists.Any(l => l.Any(i => i is not JsonObject)) ? null
        : Naming.FirstOrDefault(key => lists.All(l => l.Select(i => Name(i, key)).OfType<string>().Distinct(StringComparer.Ordinal).Count() == l.Count));

    private static string? Name(JsonNode? item, string key) => Text((item as JsonObject)?[key]);

    // Plain values that stand twice say no more than once.
    private static bool IsSet(JsonArray list) => list.All(i => i is not null) && (Set(list).Count == list.Count || list.All(i => i is JsonValue));

    // Many formats write a list of one item as the item, and one without items not at all.
    private static JsonArray? AsList(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list,
        JsonValue value => [value.DeepClone()],
        _ => null,
    };

    // Of two releases that count on from one, the later.
    private static JsonNode? Newest(JsonNode? o, JsonNode? t, Place place) =>
        place.Field?.EndsWith("version", StringComparison.Ordinal) == true && Version.TryParse(Text(o), out var mine) && Version.TryParse(Text(t), out var others)
            ? mine >= others ? o : t
            : null;

    private JsonNode? Told(JsonNode newest, JsonNode? b, JsonNode? o, JsonNode? t, Place place)
    {
        var question = Sided(place.Ask(ConflictKind.ModifyModify, SemanticKind.AnnotationChange, Severity.Warn), b, o, t) with { Strategy = "newest_version" };
        return (JsonNode?)decider.Decide(question, (b, o, t), newest, null, Node);
    }

    private static HashSet<string> Set(JsonArray list) => list.Select(i => Canonical(i!)).ToHashSet(StringComparer.Ordinal);

    private static List<JsonNode> Items(JsonArray list) => [.. list.OfType<JsonNode>()];

    private static List<string> Keys(JsonObject json) => [.. json.Select(p => p.Key)];

    private static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static string Canonical(JsonNode? node) => Literal(node)?.Text ?? "null";

    private static JsonNode? Node(JsonLiteral? literal) => literal is null ? null : JsonNode.Parse(literal.Text);

    private static JsonLiteral? Literal(JsonNode? node) => node is null ? null : CanonicalJson.Sorted(node);
}
