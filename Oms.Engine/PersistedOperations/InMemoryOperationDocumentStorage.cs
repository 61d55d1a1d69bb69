using System.Collections.Concurrent;

namespace Oms.Engine.PersistedOperations;

/// <summary>Documents in memory, at most so many and so many bytes; the oldest go first.</summary>
/// <param name="capacity">How many documents are kept.</param>
/// <param name="maxBytes">How many bytes they may have together.</param>
public sealed class InMemoryOperationDocumentStorage(int capacity = 1024, long maxBytes = 16 * 1024 * 1024) : IOperationDocumentStorage
{
    private readonly ConcurrentDictionary<string, byte[]> documents = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();
    private readonly Lock gate = new();
    private long bytes;

    /// <summary>How many documents are kept now.</summary>
    public int Count => documents.Count;

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>?> TryReadAsync(OperationDocumentId id, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<ReadOnlyMemory<byte>?>(documents.TryGetValue(id.Value, out var document) ? document : default(ReadOnlyMemory<byte>?));

    /// <inheritdoc/>
    public ValueTask SaveAsync(OperationDocumentId id, ReadOnlyMemory<byte> document, CancellationToken cancellationToken = default)
    {
        if (document.Length > maxBytes || !documents.TryAdd(id.Value, document.ToArray()))
            return ValueTask.CompletedTask;
        lock (gate)
        {
            order.Enqueue(id.Value);
            bytes += document.Length;
            while ((order.Count > capacity || bytes > maxBytes) && order.TryDequeue(out var oldest))
            {
                if (documents.TryRemove(oldest, out var removed))
                    bytes -= removed.Length;
            }
        }

        return ValueTask.CompletedTask;
    }
}
