using System.Text.Json;
using System.Text.Json.Nodes;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;

namespace Oms.Domain.Tests.Merging;

/// <summary>
/// Looks for edits that one side made alone and that are neither in the merged ontology nor in a conflict. It reads stored definitions as JSON
/// and knows nothing of how merging works: each is taken apart into paths with one value each, items of lists under their ids or as themselves.
/// </summary>
internal static class LostEdits
{
    /// <summary>The paths of lost edits.</summary>
    internal static List<string> Find(Snapshot @base, Snapshot ours, Snapshot theirs, MergeResult result)
    {
        var lost = new List<string>();
        foreach (var id in Ids(@base).Concat(Ids(ours)).Concat(Ids(theirs)).Distinct())
        {
            var hashes = new[] { @base.HashOf(id), ours.HashOf(id), theirs.HashOf(id), result.Merged.HashOf(id) };
            if (hashes.Distinct().Count() > 1)
                Compare(id, [Flat(@base, id), Flat(ours, id), Flat(theirs, id), Flat(result.Merged, id)], result, lost);
        }

        return lost;
    }

    private static void Compare(ElementId id, Dictionary<string, string>[] versions, MergeResult result, List<string> lost)
    {
        var (b, o, t, m) = (versions[0], versions[1], versions[2], versions[3]);
        foreach (var path in b.Keys.Union(o.Keys).Union(t.Keys).Where(p => !p.EndsWith("/version", StringComparison.Ordinal)))
        {
            var (before, mine, others) = (b.GetValueOrDefault(path), o.GetValueOrDefault(path), t.GetValueOrDefault(path));
            var wanted = mine == before ? others : others == before || mine == others ? mine : null;
            var isOneSided = (mine == before) != (others == before) || (mine == others && mine != before);
            if (isOneSided && m.GetValueOrDefault(path) != wanted && !result.Conflicts.Any(c => Speaks(c, id, path)))
                lost.Add($"{path}: {wanted ?? "∅"} expected, {m.GetValueOrDefault(path) ?? "∅"} found");
        }
    }

    // A conflict speaks of a place when it lies on the way to it, or below it; one about a broken rule, of every element that takes part.
    private static bool Speaks(Conflict conflict, ElementId id, string path) =>
        conflict.Causes.Any(c => c.Element == id)
        || (conflict.Semantic == SemanticKind.NameCollision && conflict.Path.Element == id && path.Split('/') is [_, _, var member, ..]
            && conflict.Theirs?.Text.Contains($"\"{member}\"", StringComparison.Ordinal) == true)
        || (path + "/").StartsWith(conflict.Path.Text + "/", StringComparison.Ordinal)
        || (conflict.Path.Text + "/").StartsWith(Parent(path) + "/", StringComparison.Ordinal);

    // The fields of a group (a status and its deprecation) are told under the first.
    private static string Parent(string path)
    {
        foreach (var (field, group) in (ReadOnlySpan<(string, string)>)[
            ("/deprecation", "/status"), ("/sharedProperty", "/type"), ("/isSymmetric", "/directionality"), ("/cascadeDepth", "/cascadeDelete")])
            if (path.IndexOf(field, StringComparison.Ordinal) is var at and > 0)
                return path[..at] + group;
        return path;
    }

    private static IEnumerable<ElementId> Ids(Snapshot snapshot) => snapshot.Map.Entries.Select(e => e.Id);

    private static Dictionary<string, string> Flat(Snapshot snapshot, ElementId id)
    {
        var flat = new Dictionary<string, string>(StringComparer.Ordinal);
        if (snapshot.Find(id) is { } element)
            Flatten("/" + id.Value, JsonNode.Parse(ElementJson.Write(element))!, flat);
        return flat;
    }

    private static void Flatten(string path, JsonNode? node, Dictionary<string, string> flat)
    {
        // That a list is there says no more than its items do.
        if (node is not JsonArray)
            flat.TryAdd(path, node is JsonObject ? "…" : node?.ToJsonString() ?? "null");
        if (node is JsonObject json)
            foreach (var (key, value) in json)
                Flatten($"{path}/{key.Replace("~", "~0").Replace("/", "~1")}", value, flat);
        else if (node is JsonArray list)
            foreach (var item in list)
                // Members stand under their ids, beside the fields of the element, as conflicts name them.
                if (item is JsonObject named && KeyOf(named) is var (parent, key))
                    Flatten($"{(parent ? path[..path.LastIndexOf('/')] : path)}/{key}", item, flat);
                else
                    flat[$"{path}/[{item?.ToJsonString() ?? "null"}]"] = "in";
    }

    private static (bool, string)? KeyOf(JsonObject item) =>
        Text(item, "id") is { } id && id.StartsWith("m-", StringComparison.Ordinal) ? (true, id)
        : Text(item, "kind") is { } kind && item.ContainsKey("value") ? (false, Pascal(kind))
        : Text(item, "type") is { } type && item.Count <= 3 ? (false, type)
        : null;

    private static string? Text(JsonObject item, string key) =>
        item[key] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static string Pascal(string kind) => string.Concat(kind.Split('_').Select(w => char.ToUpperInvariant(w[0]) + w[1..].ToLowerInvariant()));
}
