using System.Collections.Concurrent;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Storage;

namespace Oms.Graph.Registry;

/// <summary>
/// Versions of the ontology in memory, by their tree: bounded, each read once however many ask for it, and read as the difference to
/// the version used last, so that a neighbour costs what changed and not what there is.
/// </summary>
/// <param name="store">Where objects are.</param>
/// <param name="capacity">Versions kept at most.</param>
internal sealed class SnapshotCache(IStore store, int capacity)
{
    private readonly LeastRecentlyUsed<ObjectHash, Snapshot> kept = new(capacity);
    private readonly ConcurrentDictionary<ObjectHash, Lazy<Task<Snapshot>>> loading = new();

    /// <summary>The version of this tree.</summary>
    /// <exception cref="StoreException">An object is missing, or the store failed.</exception>
    internal ValueTask<Snapshot> GetAsync(ObjectHash tree, CancellationToken cancellationToken)
    {
        if (tree.IsEmpty)
            return new(Snapshot.Empty);
        if (kept.TryGet(tree, out var snapshot))
            return new(snapshot);
        var load = loading.GetOrAdd(tree, key => new Lazy<Task<Snapshot>>(() => LoadAsync(key)));
        return new(load.Value.WaitAsync(cancellationToken));
    }

    /// <summary>Keeps a version that was made here.</summary>
    internal void Put(Snapshot snapshot) => kept.Put(snapshot.Tree, snapshot);

    // Who asked first may go away while others wait: the load is nobody's to cancel.
    private async Task<Snapshot> LoadAsync(ObjectHash tree)
    {
        try
        {
            kept.TryGetNewest(out var near);
            var snapshot = await SnapshotLoader.LoadAsync(tree, hashes => store.GetObjectsAsync(hashes, CancellationToken.None), near);
            kept.Put(tree, snapshot);
            return snapshot;
        }
        finally
        {
            loading.TryRemove(tree, out _);
        }
    }
}
