using System.Collections.Immutable;
using Oms.Domain.Ontology;
using Oms.Domain.Storage;

namespace Oms.Domain.History;

/// <summary>
/// Reads a <see cref="Snapshot"/> from stored objects. With a snapshot near to the wanted one at hand, only what differs is read.
/// Every object's bytes are held against its name; a mismatch, or an object that is not there, is <c>STORE_DAMAGED</c>.
/// </summary>
public static class SnapshotLoader
{
    /// <summary>The most objects asked for at once.</summary>
    public const int BatchSize = 1000;

    /// <summary>The snapshot of a tree.</summary>
    /// <param name="tree">The root of its Merkle map; empty for the empty ontology.</param>
    /// <param name="fetch">Reads objects by hash, as <see cref="IStore.GetObjectsAsync"/>.</param>
    /// <param name="near">A snapshot that is likely to share much with it; null for none.</param>
    /// <exception cref="StoreException">An object is missing, or is not what its name says.</exception>
    public static async ValueTask<Snapshot> LoadAsync(
        ObjectHash tree,
        Func<IReadOnlyCollection<ObjectHash>, ValueTask<ImmutableDictionary<ObjectHash, ReadOnlyMemory<byte>>>> fetch,
        Snapshot? near = null)
    {
        var source = new ObjectSource(fetch);
        var start = near ?? Snapshot.Empty;
        var map = await MerkleLoader.LoadAsync(tree, source, start.Map);
        var differences = map.DifferencesFrom(start.Map);
        var definitions = await source.ReadAsync([.. differences.Where(d => !d.After.IsEmpty).Select(d => d.After).Distinct()]);
        return start.With(
            [.. differences.Select(d => new SnapshotWrite(d.Id, d.After.IsEmpty ? null : Read(d, definitions), d.After))], map);
    }

    private static Element Read(MerkleDifference difference, IReadOnlyDictionary<ObjectHash, ReadOnlyMemory<byte>> definitions)
    {
        var kind = difference.Id.Kind ?? throw Damaged(difference.After, $"belongs to {difference.Id}, which is no element id");
        return ElementJson.Read(kind, definitions[difference.After].Span);
    }

    private static StoreException Damaged(ObjectHash hash, string what) => new("STORE_DAMAGED", $"object {hash.Short} {what}");
}
