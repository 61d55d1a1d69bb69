namespace Oms.Engine.PersistedOperations;

/// <summary>
/// Keeps documents by their ids. A store that can not be reached throws an <see cref="OperationDocumentStorageException"/>.
/// </summary>
public interface IOperationDocumentStorage
{
    /// <summary>Reads a document.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    /// <returns>The document as UTF-8; null when there is none of this id.</returns>
    public ValueTask<ReadOnlyMemory<byte>?> TryReadAsync(OperationDocumentId id, CancellationToken cancellationToken = default);

    /// <summary>Keeps a document. Which ones a store with a bound gives up for it is the store's matter.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="document">The document as UTF-8; not kept beyond the call without being copied.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    /// <returns>A task that ends when the document is kept.</returns>
    public ValueTask SaveAsync(OperationDocumentId id, ReadOnlyMemory<byte> document, CancellationToken cancellationToken = default);
}
