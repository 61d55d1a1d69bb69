using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Deltas;

/// <summary>
/// A copy of the ontology as a client keeps it: definitions by id, nothing else. It follows the original by deltas, and knows by the root hash
/// whether it has become the same.
/// </summary>
/// <param name="Definitions">The canonical bytes of each definition.</param>
public sealed record OntologyCopy(ImmutableDictionary<ElementId, byte[]> Definitions)
{
    /// <summary>The copy without a definition.</summary>
    public static OntologyCopy Empty { get; } = new(ImmutableDictionary<ElementId, byte[]>.Empty);

    /// <summary>The hash that names the whole content, computed from the definitions alone.</summary>
    public ObjectHash Root() => MerkleMap.Empty.With(Definitions.Select(d => new MerkleEntry(d.Key, ObjectHash.Of(d.Value)))).Root;

    /// <summary>The copy that a reply makes of this one.</summary>
    /// <param name="reply">What <see cref="DeltaWriter"/> wrote: a delta from this very version, or a whole version.</param>
    /// <exception cref="FormatException">The reply is no such thing, is from another version, or does not make what it says it makes.</exception>
    public OntologyCopy Apply(ReadOnlySpan<byte> reply)
    {
        var read = JsonNode.Parse(reply) as JsonObject ?? throw new FormatException("The reply is no object.");
        var to = read["to"]?.GetValue<string>() ?? throw new FormatException("The reply does not say which version it makes.");
        var made = read["elements"] is JsonArray whole ? new OntologyCopy(Of(whole)) : Changed(read);
        return made.Root().ToString() == to ? made : throw new FormatException($"The reply makes {made.Root()} and not {to}.");
    }

    private OntologyCopy Changed(JsonObject delta)
    {
        if (delta["from"]?.GetValue<string>() != Root().ToString())
            throw new FormatException($"The delta is from {delta["from"]}, and this is {Root()}.");
        var next = Definitions.ToBuilder();
        foreach (var id in Items(delta, "deleted"))
            next.Remove(ElementId.Trusted(id.GetValue<string>()));
        foreach (var created in Items(delta, "created"))
            Put(created.AsObject(), next);
        foreach (var updated in Items(delta, "updated"))
            Put(Updated(updated.AsObject()), next);
        return new OntologyCopy(next.ToImmutable());
    }

    private JsonObject Updated(JsonObject change)
    {
        var id = ElementId.Trusted(change["id"]!.GetValue<string>());
        var element = JsonNode.Parse(Definitions.GetValueOrDefault(id) ?? throw new FormatException($"There is no {id} to change."))!.AsObject();
        SetFields(element, change);
        foreach (var (list, members) in Fields(change, "members"))
        {
            var changed = Members(element[list] as JsonArray ?? [], members!.AsObject());
            if (changed.Count > 0)
                element[list] = changed;
            else
                element.Remove(list);
        }

        return element;
    }

    private static JsonArray Members(JsonArray before, JsonObject change)
    {
        var removed = Items(change, "removed").Select(r => r.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        var changes = Items(change, "changed").ToDictionary(IdOf, c => c.AsObject(), StringComparer.Ordinal);
        var members = new List<JsonNode>();
        foreach (var member in before.Select(m => m!.DeepClone()).Where(m => !removed.Contains(IdOf(m))))
        {
            if (changes.TryGetValue(IdOf(member), out var fields))
                SetFields(member.AsObject(), fields);
            members.Add(member);
        }

        members.AddRange(Items(change, "added").Select(a => a.DeepClone()));
        if (change["order"] is JsonArray order)
        {
            var places = order.Select((id, at) => (Id: id!.GetValue<string>(), At: at)).ToDictionary(p => p.Id, p => p.At, StringComparer.Ordinal);
            members = [.. members.OrderBy(m => places[IdOf(m)])];
        }

        return [.. members];
    }

    private static void SetFields(JsonObject target, JsonObject change)
    {
        foreach (var (name, value) in Fields(change, "set"))
            target[name] = value?.DeepClone();
        foreach (var name in Items(change, "unset"))
            target.Remove(name.GetValue<string>());
        foreach (var (field, texts) in Fields(change, "splice"))
            foreach (var (language, splice) in texts!.AsObject())
                target[field]![language] = TextSplice.Apply(
                    target[field]![language]!.GetValue<string>(), splice![0]!.GetValue<int>(), splice[1]!.GetValue<int>(), splice[2]!.GetValue<string>());
    }

    private static ImmutableDictionary<ElementId, byte[]> Of(JsonArray elements)
    {
        var all = ImmutableDictionary.CreateBuilder<ElementId, byte[]>();
        foreach (var element in elements)
            Put(element!.AsObject(), all);
        return all.ToImmutable();
    }

    // Read and written again, so that the bytes are canonical whatever the order of the fields in the reply.
    private static void Put(JsonObject element, ImmutableDictionary<ElementId, byte[]>.Builder into)
    {
        var id = ElementId.TryParse(element["id"]?.GetValue<string>(), out var named) ? named : throw new FormatException("A definition has no id.");
        into[id] = ElementJson.Write(ElementJson.Read(id.Kind!.Value, System.Text.Encoding.UTF8.GetBytes(element.ToJsonString())));
    }

    private static IEnumerable<JsonNode> Items(JsonObject json, string list) => (json[list] as JsonArray ?? []).Select(n => n!);

    private static JsonObject Fields(JsonObject json, string name) => json[name] as JsonObject ?? [];

    private static string IdOf(JsonNode member) => member["id"]!.GetValue<string>();
}
