using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Import;

/// <summary>What has to change in an element so that it says what an import says of it, as a merge patch; what the import leaves open stays.</summary>
internal static class ElementOverlay
{
    // Changed by operations of their own, or never.
    private static readonly HashSet<string> Apart = ["id", "name", "status", "deprecation", "version"];
    private static readonly HashSet<string> Members = ["properties", "fields", "parameters", "requiredLinks"];
    private static readonly HashSet<string> References = ["parents", "interfaces", "extends"];
    private static readonly HashSet<string> Texts = ["displayName", "description", "pluralDisplayName"];
    private const string ImportedTag = "graphql-";
    private static readonly HashSet<string> Ends = ["from", "to"];

    // What an import that says all there is may take back by leaving it out. The rest is presentation, which people add.
    private static readonly HashSet<string> Owned =
        ["type", "isRequired", "defaultValue", "sharedProperty", "constraints", "cardinality", "returnType", "returnsNull", "hasSideEffects"];

    /// <summary>The patch; null when there is nothing to change.</summary>
    /// <param name="known">The element on the branch.</param>
    /// <param name="imported">What the import says.</param>
    /// <param name="current">The branch, to tell references to imported elements from those that people made.</param>
    /// <param name="isWhole">True where the import says all there is: what it leaves out of types, requirements and members is gone. What was made here
    /// stays, as do texts in other languages, presentation and deprecations by people.</param>
    internal static JsonLiteral? Patch(Element known, Element imported, Snapshot current, bool isWhole)
    {
        var before = Json(known);
        var after = Json(imported);
        var patch = new JsonObject();
        foreach (var name in after.Select(p => p.Key).Concat(Members).Concat(References).Append("tags").Distinct())
            if (!Apart.Contains(name) && Wanted(name, before[name], after[name], current, isWhole) is { } wanted && !JsonNode.DeepEquals(wanted, before[name]))
                patch[name] = Ends.Contains(name) ? Cleared(wanted.AsObject(), before[name] as JsonObject) : wanted;
        if (isWhole)
            foreach (var (name, _) in before)
                if (!after.ContainsKey(name) && (Owned.Contains(name) || IsTitleGone(name, before, patch)))
                    patch[name] = null;
        if (imported.Status is not (Status.Active or Status.Deprecated) && known.Status != imported.Status)
            patch["status"] = after["status"]!.DeepClone();
        return patch.Count == 0 ? null : Literal(patch);
    }

    private static JsonNode? Wanted(string name, JsonNode? before, JsonNode? after, Snapshot current, bool isWhole) => name switch
    {
        _ when Members.Contains(name) => before is null && after is null ? null : MergedMembers(before as JsonArray ?? [], after as JsonArray ?? [], isWhole),
        "tags" when isWhole => MergedTags(before as JsonArray ?? [], after as JsonArray ?? []),
        _ when References.Contains(name) => before is null && after is null ? null : MergedReferences(before as JsonArray ?? [], after as JsonArray ?? [], current),
        _ when Ends.Contains(name) && before is JsonObject old => Overlaid(old, after!.AsObject(), isWhole),
        _ when Texts.Contains(name) && before is JsonObject old => MergedTexts(old, after!.AsObject()),
        _ => after?.DeepClone(),
    };

    // A property that titles the objects of its type may be gone.
    private static bool IsTitleGone(string name, JsonObject before, JsonObject patch) =>
        name is "titleProperty" or "subtitleProperty" && patch["properties"] is JsonArray properties
        && Has(before["properties"] as JsonArray ?? [], Text(before, name)) && !Has(properties, Text(before, name));

    private static bool Has(JsonArray members, string id) => members.Any(m => Text(m!.AsObject(), "id") == id);

    private static JsonNode? MergedTags(JsonArray before, JsonArray after)
    {
        var tags = before.Concat(after).Select(t => t!.GetValue<string>()).Where(t => !t.StartsWith(ImportedTag, StringComparison.Ordinal))
            .Concat(after.Select(t => t!.GetValue<string>())).Distinct().Order(StringComparer.Ordinal).ToList();
        return tags.Count == 0 && before.Count == 0 ? null : new JsonArray([.. tags.Select(t => JsonValue.Create(t))]);
    }

    private static JsonArray MergedReferences(JsonArray before, JsonArray after, Snapshot current)
    {
        var ids = after.Select(n => n!.GetValue<string>()).ToList();
        ids.AddRange(before.Select(n => n!.GetValue<string>()).Where(id => !ids.Contains(id) && current.Find(ElementId.Trusted(id))?.Source is null));
        return [.. ids.Select(id => JsonValue.Create(id))];
    }

    private static JsonArray MergedMembers(JsonArray before, JsonArray after, bool isWhole)
    {
        var imported = after.Select(n => n!.AsObject()).ToDictionary(m => Text(m, "id"));
        var names = imported.Values.Select(m => Text(m, "name")).ToHashSet(StringComparer.Ordinal);
        var merged = new JsonArray();
        foreach (var member in before.Select(n => n!.AsObject()))
        {
            if (imported.Remove(Text(member, "id"), out var stated))
                merged.Add((JsonNode)Overlaid(member, stated, isWhole));
            else if (!StableIds.IsStableMember(Text(member, "id")))
                merged.Add(member.DeepClone());
            else if (!isWhole && !names.Contains(Text(member, "name")))
                merged.Add((JsonNode)Vanished(member));
        }

        foreach (var member in after.Select(n => n!.AsObject()))
            if (imported.ContainsKey(Text(member, "id")))
                merged.Add(member.DeepClone());
        return merged;
    }

    private static JsonObject Overlaid(JsonObject before, JsonObject after, bool isWhole)
    {
        var merged = isWhole ? Kept(before) : before.DeepClone().AsObject();
        foreach (var (name, value) in after)
            merged[name] = Texts.Contains(name) && merged[name] is JsonObject texts ? MergedTexts(texts, value!.AsObject()) : value?.DeepClone();
        // A shared property gives the type, so one of the two has to go.
        if (after.ContainsKey("sharedProperty"))
            merged.Remove("type");
        else if (after.ContainsKey("type"))
            merged.Remove("sharedProperty");
        if (!after.ContainsKey("deprecation") && before["deprecation"] is JsonObject old && ImportReasons.IsOwn(Text(old, "reason")))
        {
            merged.Remove("deprecation");
            merged.Remove("status");
        }

        return merged;
    }

    // A merge patch leaves a field alone that it does not name.
    private static JsonObject Cleared(JsonObject wanted, JsonObject? before)
    {
        foreach (var (name, _) in before ?? [])
            if (!wanted.ContainsKey(name))
                wanted[name] = null;
        return wanted;
    }

    private static JsonObject Kept(JsonObject member) =>
        new(member.Where(p => !Owned.Contains(p.Key)).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));

    private static JsonObject Vanished(JsonObject member)
    {
        var vanished = member.DeepClone().AsObject();
        if (vanished.ContainsKey("deprecation"))
            return vanished;
        vanished["status"] = "DEPRECATED";
        vanished["deprecation"] = new JsonObject { ["reason"] = ImportReasons.Vanished };
        return vanished;
    }

    private static JsonObject MergedTexts(JsonObject before, JsonObject after)
    {
        var merged = before.DeepClone().AsObject();
        foreach (var (language, text) in after)
            merged[language] = text!.DeepClone();
        return merged;
    }

    private static string Text(JsonObject json, string name) => json[name]?.GetValue<string>() ?? string.Empty;

    private static JsonObject Json(Element element) => JsonNode.Parse(ElementJson.Write(element))!.AsObject();

    private static JsonLiteral Literal(JsonObject patch)
    {
        using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(patch.ToJsonString()));
        return CanonicalJson.Literal(document.RootElement);
    }
}
