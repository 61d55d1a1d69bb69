using System.Collections.Concurrent;

namespace Oms.Engine.Execution;

/// <summary>
/// Documents by their bytes, at most so many and never more than <see cref="MaxBytes"/> of them. The oldest go first, except those that were
/// asked for since they were last looked at.
/// </summary>
/// <param name="capacity">How many are kept.</param>
internal sealed class DocumentCache(int capacity)
{
    private const long MaxBytes = 64 * 1024 * 1024;

    // A document larger than this is rare, and is not worth the room of many small ones.
    private const int MaxDocument = 256 * 1024;

    private readonly ConcurrentDictionary<byte[], Entry> entries = new(BytesComparer.Instance);
    private readonly ConcurrentQueue<byte[]> order = new();
    private readonly Lock gate = new();
    private long bytes;

    /// <summary>The document of these bytes; prepared when it is not there yet.</summary>
    public PreparedDocument Get(ReadOnlySpan<byte> document, Func<byte[], PreparedDocument> prepare)
    {
        if (entries.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(document, out var entry))
        {
            entry.WasUsed = true;
            return entry.Document;
        }

        var copy = document.ToArray();
        var prepared = prepare(copy);
        if (copy.Length <= MaxDocument && entries.TryAdd(copy, new Entry(prepared)))
            MakeRoom(copy);
        return prepared;
    }

    private void MakeRoom(byte[] added)
    {
        lock (gate)
        {
            order.Enqueue(added);
            bytes += added.Length;
            var spared = 0;
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
