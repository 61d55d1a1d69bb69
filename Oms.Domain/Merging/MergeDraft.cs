using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Merging;

/// <summary>What the merge writes over our side so far.</summary>
internal sealed class MergeDraft(MergeInput input)
{
    private readonly Dictionary<ElementId, Element?> writes = [];
    private readonly Dictionary<ElementId, (Element Element, ObjectHash Hash, byte[] Bytes)> made = [];

    /// <summary>Deleted elements whose uses go with them.</summary>
    internal HashSet<ElementId> Severed { get; } = [];

    /// <summary>The elements written; null for one that is deleted.</summary>
    internal IReadOnlyDictionary<ElementId, Element?> Writes => writes;

    internal Element? Find(ElementId id) => writes.TryGetValue(id, out var element) ? element : input.Ours.Find(id);

    /// <summary>Writes an element; null deletes it. What is the same as on our side is no write.</summary>
    internal void Put(ElementId id, Element? element)
    {
        if (ReferenceEquals(element, input.Ours.Find(id)))
            writes.Remove(id);
        else
            writes[id] = element;
    }

    internal void PutNormal(Element element) => Put(element.Id, Normalization.Normal(element));

    /// <summary>Our side with the writes.</summary>
    internal Snapshot Apply() => input.Ours.With(
        [.. writes.OrderBy(w => w.Key).Select(w => new SnapshotWrite(w.Key, w.Value, w.Value is null ? default : HashOf(w.Value)))
            .Where(w => w.After is null ? input.Ours.HashOf(w.Id) is not null : input.Ours.HashOf(w.Id) != w.Hash)]);

    /// <summary>The definitions that stand on neither side.</summary>
    internal IEnumerable<StoredObject> NewDefinitions() => writes.Values.OfType<Element>()
        .Where(e => !ReferenceEquals(e, input.Theirs.Find(e.Id)) && !ReferenceEquals(e, input.Base.Find(e.Id)))
        .OrderBy(e => e.Id).Select(e => (Hash: HashOf(e), made[e.Id].Bytes))
        .Select(e => new StoredObject(e.Hash, e.Bytes));

    private ObjectHash HashOf(Element element)
    {
        if (ReferenceEquals(element, input.Theirs.Find(element.Id)))
            return input.Theirs.HashOf(element.Id)!.Value;
        if (ReferenceEquals(element, input.Base.Find(element.Id)))
            return input.Base.HashOf(element.Id)!.Value;
        if (made.TryGetValue(element.Id, out var known) && ReferenceEquals(known.Element, element))
            return known.Hash;
        var bytes = ElementJson.Write(element);
        made[element.Id] = (element, ObjectHash.Of(bytes), bytes);
        return made[element.Id].Hash;
    }
}
