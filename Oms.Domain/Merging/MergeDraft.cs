using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Merging;

/// <summary>What the merge writes over our side so far.</summary>
internal sealed class MergeDraft(MergeInput input)
{
    private readonly Dictionary<ElementId, Element?> writes = [];
    private readonly Dictionary<ElementId, (Element Element, ObjectHash Hash, byte[] Bytes)> made = [];
    private List<SnapshotWrite> applied = [];

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
    internal Snapshot Apply() => input.Ours.With(applied = Changing());

    /// <summary>What differs from our side since <see cref="Apply"/>, in the order of ids.</summary>
    internal ImmutableArray<ElementChange> Changes() => TreeDiff.Of(input.Ours, applied);

    private List<SnapshotWrite> Changing()
    {
        var changing = new List<SnapshotWrite>(writes.Count);
        foreach (var (id, element) in writes)
            if (new SnapshotWrite(id, element, element is null ? default : HashOf(element)) is var write
                && input.OurHashOf(id) != write.Hash)
                changing.Add(write);
        changing.Sort((a, b) => a.Id.CompareTo(b.Id));
        return changing;
    }

    /// <summary>The definitions that stand on neither side.</summary>
    internal IEnumerable<StoredObject> NewDefinitions() => writes.Values.OfType<Element>()
        .Where(e => input.KnownHashOf(e) is null)
        .OrderBy(e => e.Id).Select(e => (Hash: HashOf(e), made[e.Id].Bytes))
        .Select(e => new StoredObject(e.Hash, e.Bytes));

    private ObjectHash HashOf(Element element)
    {
        if (input.KnownHashOf(element) is { } hash)
            return hash;
        if (made.TryGetValue(element.Id, out var known) && ReferenceEquals(known.Element, element))
            return known.Hash;
        var bytes = ElementJson.Write(element);
        made[element.Id] = (element, ObjectHash.Of(bytes), bytes);
        return made[element.Id].Hash;
    }
}
