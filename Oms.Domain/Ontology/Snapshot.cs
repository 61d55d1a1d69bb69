using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Ontology.BuiltIn;

namespace Oms.Domain.Ontology;

/// <summary>
/// One version of the ontology, whole and in memory. Never changes; the next version shares all that did not change with it and is made
/// in O(change * log n). Safe to read from any number of threads.
/// </summary>
public sealed class Snapshot
{
    /// <summary>The ontology without elements.</summary>
    public static readonly Snapshot Empty = new(
        MerkleMap.Empty, HashTrie<SnapshotEntry>.Empty, [.. Enum.GetValues<ElementKind>().Select(_ => ElementList.Empty)], UsageIndex.Empty);

    private readonly HashTrie<SnapshotEntry> entries;
    private readonly ImmutableArray<ElementList> byKind;
    private readonly UsageIndex usages;

    private Snapshot(
        MerkleMap map, HashTrie<SnapshotEntry> entries, ImmutableArray<ElementList> byKind, UsageIndex usages)
    {
        Map = map;
        this.entries = entries;
        this.byKind = byKind;
        this.usages = usages;
    }

    /// <summary>The hash that names this version's whole content; empty for the empty ontology.</summary>
    public ObjectHash Tree => Map.Root;

    /// <summary>How many elements there are, of all kinds, without the built-in ones.</summary>
    public int Count => entries.Count;

    /// <summary>From element id to the hash of its definition.</summary>
    public MerkleMap Map { get; }

    /// <summary>How many elements of a kind there are, without the built-in ones.</summary>
    public int CountOf(ElementKind kind) => byKind[(int)kind].Count;

    /// <summary>An element, or a built-in value or struct type, by id; null where there is none.</summary>
    public Element? Find(ElementId id) => entries.TryGet(id, out var entry) ? entry.Element : BuiltInTypes.Find(id);

    /// <summary>As <see cref="Find(ElementId)"/>; null too when it is of another kind.</summary>
    /// <typeparam name="T">The kind looked for.</typeparam>
    public T? Find<T>(ElementId id) where T : Element => Find(id) as T;

    /// <summary>An element, or a built-in value or struct type, by kind and API name; null where there is none.</summary>
    public Element? FindByName(ElementKind kind, string name) => byKind[(int)kind].Find(name) ?? BuiltInTypes.FindByName(kind, name);

    /// <summary>The hash of an element's canonical bytes; null for what is not in the tree.</summary>
    public ObjectHash? HashOf(ElementId id) => entries.TryGet(id, out var entry) ? entry.Hash : null;

    internal SnapshotEntry? EntryOf(ElementId id) => entries.TryGet(id, out var entry) ? entry : null;

    /// <summary>The elements of a kind by name, without the built-in ones.</summary>
    public ElementList All(ElementKind kind) => byKind[(int)kind];

    /// <summary>Who refers to an element, ordered by kind of reference, then by id.</summary>
    public ImmutableSortedSet<Usage> UsagesOf(ElementId id) => usages.Of(id);

    /// <summary>Who refers to an element in one way, ordered by id.</summary>
    public IEnumerable<Usage> UsagesOf(ElementId id, UsageKind kind) => usages.Of(id, kind);

    /// <summary>The link types that start or end at this very type (not at its ancestors), each once.</summary>
    public IEnumerable<LinkType> LinksOf(ElementId type) => usages.Of(type, UsageKind.LinkFrom).Concat(usages.Of(type, UsageKind.LinkTo))
        .Select(u => u.By).Distinct().Select(id => (LinkType)Find(id)!);

    /// <summary>The object types that name this interface themselves.</summary>
    public IEnumerable<ObjectType> ImplementersOf(ElementId contract) => By<ObjectType>(contract, UsageKind.Interface);

    /// <summary>The object types that name this one as a parent.</summary>
    public IEnumerable<ObjectType> ChildrenOf(ElementId type) => By<ObjectType>(type, UsageKind.Parent);

    /// <summary>The interfaces that name this one as extended.</summary>
    public IEnumerable<Interface> ExtendersOf(ElementId contract) => By<Interface>(contract, UsageKind.Extends);

    /// <summary>The types that an object type inherits from, nearest first, each once, without itself.</summary>
    public IReadOnlyList<ObjectType> AncestorsOf(ObjectType type) =>
        type.Parents.IsEmpty ? [] : Reach.From(type, t => t.Parents.IsEmpty ? [] : t.Parents.Select(Find<ObjectType>).OfType<ObjectType>());

    /// <summary>The types that inherit from a type, nearest first, each once, without itself.</summary>
    public IReadOnlyList<ObjectType> DescendantsOf(ObjectType type) => Reach.From(type, t => ChildrenOf(t.Id));

    /// <summary>The interfaces that an object type has to satisfy: its own, its ancestors' and those that they extend, each once.</summary>
    public IReadOnlyList<Interface> InterfacesOf(ObjectType type)
    {
        var ancestors = AncestorsOf(type);
        if (type.Interfaces.IsEmpty && ancestors.All(t => t.Interfaces.IsEmpty))
            return [];
        var found = new Dictionary<ElementId, Interface>();
        foreach (var named in ancestors.Prepend(type).SelectMany(t => t.Interfaces).Select(Find<Interface>).OfType<Interface>())
            foreach (var contract in ExtendedBy(named).Prepend(named))
                found.TryAdd(contract.Id, contract);
        return [.. found.Values];
    }

    /// <summary>The interfaces that an interface extends, nearest first, each once, without itself.</summary>
    public IReadOnlyList<Interface> ExtendedBy(Interface contract) =>
        Reach.From(contract, c => c.Extends.Select(Find<Interface>).OfType<Interface>());

    /// <summary>
    /// The properties that objects of a type have: its own in their order, then those of its ancestors, nearest first. Of two of one name
    /// the nearer holds.
    /// </summary>
    public IReadOnlyList<EffectiveProperty> EffectiveProperties(ObjectType type)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<EffectiveProperty>();
        foreach (var declarer in AncestorsOf(type).Prepend(type))
            foreach (var property in declarer.Properties)
                if (names.Add(property.Name))
                    found.Add(Resolve(property, declarer.Id));
        return found;
    }

    /// <summary>A property with what its shared property gives it.</summary>
    /// <param name="property">The property.</param>
    /// <param name="declaredBy">The element it stands in.</param>
    public EffectiveProperty Resolve(Property property, ElementId declaredBy) =>
        new(property, property.SharedProperty is { } id ? Find<SharedProperty>(id) : null, declaredBy);

    internal Snapshot With(IReadOnlyCollection<SnapshotWrite> writes, MerkleMap? map = null)
    {
        if (writes.Count == 0)
            return this;
        var next = entries;
        var names = new ImmutableSortedSet<NamedElement>.Builder?[byKind.Length];
        var changes = new List<(Element? Before, Element? After)>(writes.Count);
        foreach (var write in writes)
        {
            var before = next.TryGet(write.Id, out var entry) ? entry.Element : null;
            changes.Add((before, write.After));
            if (before is not null)
                NamesOf(names, before.Kind).Remove(new NamedElement(before.Name, before));
        }

        foreach (var write in writes)
        {
            if (write.After is not { } after)
            {
                next = next.Without(write.Id);
                continue;
            }

            next = next.With(write.Id, new SnapshotEntry(after, write.Hash));
            NamesOf(names, after.Kind).Add(new NamedElement(after.Name, after));
        }

        return new Snapshot(
            map ?? Map.With(writes.Select(w => new MerkleEntry(w.Id, w.After is null ? default : w.Hash))),
            next,
            [.. byKind.Select((list, kind) => names[kind] is { } changed ? new ElementList(changed.ToImmutable()) : list)],
            usages.With(changes));
    }

    private ImmutableSortedSet<NamedElement>.Builder NamesOf(ImmutableSortedSet<NamedElement>.Builder?[] names, ElementKind kind) =>
        names[(int)kind] ??= byKind[(int)kind].Names.ToBuilder();

    private IEnumerable<T> By<T>(ElementId target, UsageKind kind) where T : Element =>
        usages.Of(target, kind).Select(u => (T)Find(u.By)!);
}
