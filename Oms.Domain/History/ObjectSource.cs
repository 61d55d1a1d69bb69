using System.Collections.Immutable;
using Oms.Domain.Storage;

namespace Oms.Domain.History;

/// <summary>Reads objects in batches and holds each against its name.</summary>
internal sealed class ObjectSource(
    Func<IReadOnlyCollection<ObjectHash>, ValueTask<ImmutableDictionary<ObjectHash, ReadOnlyMemory<byte>>>> fetch)
{
    internal async ValueTask<IReadOnlyDictionary<ObjectHash, ReadOnlyMemory<byte>>> ReadAsync(IReadOnlyList<ObjectHash> hashes)
    {
        var all = new Dictionary<ObjectHash, ReadOnlyMemory<byte>>(hashes.Count);
        foreach (var batch in hashes.Chunk(SnapshotLoader.BatchSize))
        {
            var found = await fetch(batch);
            foreach (var hash in batch)
                all[hash] = Checked(hash, found);
        }

        return all;
    }

    private static ReadOnlyMemory<byte> Checked(ObjectHash hash, ImmutableDictionary<ObjectHash, ReadOnlyMemory<byte>> found)
    {
        if (!found.TryGetValue(hash, out var bytes))
            throw new StoreException("STORE_DAMAGED", $"object {hash.Short} is missing");
        if (ObjectHash.Of(bytes.Span) != hash)
            throw new StoreException("STORE_DAMAGED", $"object {hash.Short} does not hold what its name says");
        return bytes;
    }
}
