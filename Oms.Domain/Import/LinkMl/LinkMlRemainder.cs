using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Rules;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Domain.Import.LinkMl;

/// <summary>
/// What a schema says and the registry has no field for, kept as annotations under the keys it has there, so that nothing is lost when two
/// versions are merged or a schema comes back out. What belongs to no element stands on one hidden value type for each schema.
/// </summary>
internal sealed class LinkMlRemainder(LinkMlModel model, LinkMlSlots slots, LinkMlTypes types, LinkMlGaps gaps)
{
    private readonly HashSet<string> heads = new(StringComparer.Ordinal);

    private const int Deepest = Limits.ValueDepth - 2;

    private static readonly FrozenSet<string> Said = FrozenSet.Create(
        StringComparer.Ordinal, "name", "title", "description", "class_uri", "slot_uri", "enum_uri", "deprecated", "mixin");

    private static readonly FrozenSet<string> SaidOfSlots =
        FrozenSet.Create(StringComparer.Ordinal, "name", "range", "required", "multivalued", "description");

    private static readonly FrozenSet<string> SaidOfUsage = FrozenSet.Create(StringComparer.Ordinal, "name", "required", "description");

    private static readonly FrozenSet<string> Sections = FrozenSet.Create(StringComparer.Ordinal, "classes", "slots", "enums", "types");

    /// <summary>The annotations of a definition's element.</summary>
    internal Annotations Of(LinkMlDefinition definition) => Told(definition.Words, definition.Line, Rest(definition));

    /// <summary>The value type that holds the head of a schema, and the definitions that became no element.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="root">Everything in it.</param>
    /// <param name="kept">The definitions that became an element of their own.</param>
    internal ValueType Head(LinkMlSchema schema, LinkMlMapping root, IReadOnlySet<LinkMlDefinition> kept)
    {
        var rest = root.Entries.Where(e => !Sections.Contains(e.Key)).Select(e => (e.Key, e.Key == "subsets" ? ByName(e.Value) : Json(e.Value, 0))).ToList();
        foreach (var entry in root.Entries.Where(e => Sections.Contains(e.Key)))
            foreach (var (name, body) in Named(entry.Value))
                if (!kept.Any(d => d.Schema == schema && d.Section.ToString().Equals(entry.Key, StringComparison.OrdinalIgnoreCase) && d.Name == name))
                    rest.Add(($"{entry.Key}/{name}", Json(body, 0)));
        var title = (root["name"] as LinkMlScalar)?.Text ?? "schema";
        return new ValueType
        {
            Id = StableIds.Element(ElementKind.ValueType, schema.Identity("\nschema")),
            Name = Free(LinkMlNames.Pascal(title) is { Length: > 0 } pascal ? pascal + "Schema" : "Schema"),
            DisplayName = LocalizedText.English(title.Trim()),
            Description = LinkMlWords.Description(root),
            BaseType = TypeRef.Data("json"),
            Visibility = Visibility.Hidden,
            Source = schema.Address(string.Empty),
            Annotations = Told("schema", root.Line, rest),
        };
    }

    // A mapping of names and a list of what has a name say the same.
    private static JsonNode ByName(LinkMlNode node)
    {
        var named = new JsonObject();
        foreach (var (name, body) in Named(node))
            named[name] = Json(
                body is LinkMlMapping mapping ? mapping with { Entries = [.. mapping.Entries.Where(e => e.Key != "name")] } : LinkMlMapping.Empty(body.Line), 1);
        return named;
    }

    private string Free(string name)
    {
        while (model.Of(LinkMlSection.Enums).Concat(model.Of(LinkMlSection.Types)).Any(d => d.ApiName == name) || !heads.Add(name))
            name += "_";
        return name;
    }

    private IEnumerable<(string, JsonNode)> Rest(LinkMlDefinition definition)
    {
        foreach (var entry in definition.Body.Entries)
            if (!Said.Contains(entry.Key) && Left(definition, entry) is { } left)
                yield return (entry.Key, left);
    }

    private JsonNode? Left(LinkMlDefinition definition, LinkMlEntry entry) => (definition.Section, entry.Key) switch
    {
        (_, "aliases" or "in_subset") when AreTags(definition) => null,
        (_, "deprecated_element_has_exact_replacement") when entry.Value is LinkMlScalar text && model.Find(definition.Section, text.Text) is not null => null,
        (LinkMlSection.Classes, "is_a" or "mixins") when AllFound(entry.Value, LinkMlSection.Classes) => null,
        (LinkMlSection.Classes, "slots") when AllSlots(entry.Value) => null,
        (LinkMlSection.Classes, "abstract") when !definition.IsMixin => null,
        (LinkMlSection.Classes, "slot_usage") => Named(entry.Value, Usage),
        (LinkMlSection.Classes, "attributes") => Named(entry.Value, Attribute),
        (LinkMlSection.Slots, "range" or "required" or "multivalued" or "identifier" or "key") => null,
        (LinkMlSection.Slots, "domain" or "symmetric" or "transitive") when slots.Find(definition.Name)?.Range.Class is not null => null,
        (LinkMlSection.Enums, "permissible_values") when Named(entry.Value).All(v => v.Body is not LinkMlMapping { Entries.Length: > 0 }) => null,
        _ => Json(entry.Value, 0),
    };

    private JsonNode? Usage(string name, LinkMlNode body)
    {
        var isKept = body is LinkMlMapping mapping && slots.Find(name) is { } slot && mapping.Entries.All(
            e => SaidOfUsage.Contains(e.Key) || (slot.Range.Class is not null && (e.Key is "multivalued" || (e.Key is "range" && IsClass(e.Value)))));
        return isKept ? null : Json(body, 1);
    }

    private JsonNode? Attribute(string name, LinkMlNode body)
    {
        if (body is not LinkMlMapping mapping)
            return Json(body, 1);
        var left = new JsonObject();
        foreach (var entry in mapping.Entries)
            if (!SaidOfSlots.Contains(entry.Key) || (entry.Key == "range" && !IsRange(entry.Value)))
                left[entry.Key] = Json(entry.Value, 2);
        return left.Count == 0 ? null : left;
    }

    private bool IsClass(LinkMlNode node) => node is LinkMlScalar text && types.Range(text.Text)?.Class is not null;

    private bool IsRange(LinkMlNode node) => node is LinkMlScalar text && types.Range(text.Text) is not null;

    private bool AllFound(LinkMlNode node, LinkMlSection section) => Texts(node).All(t => t is not null && model.Find(section, t) is not null);

    private bool AllSlots(LinkMlNode node) => Texts(node).All(t => t is not null && slots.Find(t) is not null);

    private static bool AreTags(LinkMlDefinition definition)
    {
        var tags = Texts(definition.Body["aliases"]).Concat(Texts(definition.Body["in_subset"]).Select(s => s is null ? null : "subset:" + s)).ToList();
        return tags.Count <= Limits.Tags && tags.TrueForAll(t => t?.Trim() is { Length: > 0 and <= Limits.TagLength } tag && TextRules.IsClean(tag));
    }

    private static IEnumerable<string?> Texts(LinkMlNode? node) => node switch
    {
        null or LinkMlScalar { IsNull: true } => [],
        LinkMlSequence list => list.Items.Select(i => (i as LinkMlScalar)?.Text),
        LinkMlScalar text => [text.Text],
        _ => [null],
    };

    private static JsonObject? Named(LinkMlNode node, Func<string, LinkMlNode, JsonNode?> left)
    {
        var rest = new JsonObject();
        foreach (var (name, body) in Named(node))
            if (left(name, body) is { } value)
                rest[name] = value;
        return rest.Count == 0 ? null : rest;
    }

    private static IEnumerable<(string Name, LinkMlNode Body)> Named(LinkMlNode node) => node switch
    {
        LinkMlMapping mapping => mapping.Entries.Select(e => (e.Key, e.Value)),
        LinkMlSequence list => list.Items.Select((item, i) => (NameOf(item) ?? $"{i}", item)),
        _ => [],
    };

    private static string? NameOf(LinkMlNode item) => ((item as LinkMlMapping)?["name"] as LinkMlScalar ?? item as LinkMlScalar)?.Text;

    // Everything is a text here, also what YAML takes for a number or for nothing: what a schema means by it is not known.
    private static JsonNode Json(LinkMlNode node, int depth) => node switch
    {
        LinkMlScalar { IsNull: true } => JsonValue.Create(string.Empty),
        LinkMlScalar text => JsonValue.Create(text.Text),
        _ when depth >= Deepest => JsonValue.Create("…"),
        LinkMlSequence list => new JsonArray([.. list.Items.Select(i => Json(i, depth + 1))]),
        LinkMlMapping mapping => new JsonObject(mapping.Entries.DistinctBy(e => e.Key).Select(e => KeyValuePair.Create(e.Key, (JsonNode?)Json(e.Value, depth + 1)))),
        _ => throw new InvalidOperationException($"no such node: {node.GetType()}"),
    };

    private Annotations Told(string subject, int line, IEnumerable<(string Key, JsonNode Value)> rest)
    {
        var kept = new Dictionary<string, JsonLiteral>(StringComparer.Ordinal);
        foreach (var (key, value) in rest)
            if (CanonicalJson.Sorted(value) is { } literal && literal.Text.Length <= Limits.ValueLength && JsonText.IsUnicode(literal.Text)
                && key.Length is > 0 and <= Limits.NameLength && TextRules.IsClean(key) && kept.Count < Limits.Annotations)
                kept[key] = literal;
            else
                gaps.Add(subject, $"What it says under '{LinkMlGaps.Shortened(key)}' is too much to keep.", line);
        return new Annotations(kept);
    }
}
