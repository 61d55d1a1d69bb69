using System.Collections.Concurrent;
using System.Numerics;

namespace Oms.Engine.Execution;

/// <summary>
/// Documents by their bytes, at most so many and never more than <see cref="MaxBytes"/> of them. The oldest go first, except those that were
/// asked for since they were last looked at. Once it is full a document has to come a second time before it takes the place of another, so that
/// a client whose documents are all different neither drives out those of the others nor makes every one of its own outlive its request.
/// </summary>
/// <param name="capacity">How many are kept.</param>
internal sealed class DocumentCache(int capacity)
{
    private const long MaxBytes = 64 * 1024 * 1024;

    // A document larger than this is rare, and is not worth the room of many small ones.
    private const int MaxDocument = 256 * 1024;

    // How many documents that were not kept are remembered, by their hash alone, for each one that can be kept.
    private const int SeenOfEach = 32;

    private readonly ConcurrentDictionary<byte[], Entry> entries = new(BytesComparer.Instance);
    private readonly ConcurrentQueue<byte[]> order = new();
    private readonly int[] seen = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Min(capacity, 4096)) * SeenOfEach];
    private readonly Lock gate = new();
    private long bytes;
    private volatile bool isFull;

    /// <summary>The document of these bytes; prepared when it is not there yet.</summary>
    public PreparedDocument Get(ReadOnlySpan<byte> document, Func<byte[], PreparedDocument> prepare)
    {
        if (entries.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(document, out var entry))
        {
            // Written only when it changes: the entry's cache line stays with every core that reads it.
            if (!entry.WasUsed)
                entry.WasUsed = true;
            return entry.Document;
        }

        var copy = document.ToArray();
        var prepared = prepare(copy);
        if (copy.Length <= MaxDocument && (!isFull || CameBefore(copy)) && entries.TryAdd(copy, new Entry(prepared)))
            MakeRoom(copy);
        return prepared;
    }

    // Races and equal hashes do no more than let a document in early or late.
    private bool CameBefore(byte[] document)
    {
        var hash = BytesComparer.Instance.GetHashCode(document);
        ref var slot = ref seen[hash & (seen.Length - 1)];
        var cameBefore = slot == hash;
        slot = hash;
        return cameBefore;
    }

    private void MakeRoom(byte[] added)
    {
        lock (gate)
        {
            order.Enqueue(added);
            bytes += added.Length;
            var spared = 0;
            isFull |= order.Count >= capacity || bytes >= MaxBytes / 2;
            while ((order.Count > capacity || bytes > MaxBytes) && order.TryDequeue(out var oldest))
            {
                if (entries.TryGetValue(oldest, out var entry) && entry.WasUsed && spared++ < capacity)
                {
                    entry.WasUsed = false;
                    order.Enqueue(oldest);
                    continue;
                }

                entries.TryRemove(oldest, out _);
                bytes -= oldest.Length;
            }
        }
    }

    private sealed class Entry(PreparedDocument document)
    {
        public PreparedDocument Document { get; } = document;

        public bool WasUsed { get; set; }
    }
}
