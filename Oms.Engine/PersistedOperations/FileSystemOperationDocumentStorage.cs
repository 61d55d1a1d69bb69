namespace Oms.Engine.PersistedOperations;

/// <summary>
/// Documents as files of a folder, <c>{id}.graphql</c> in UTF-8, as a client's build leaves them there. What clients add by themselves has no
/// bound here: with automatic persistence another store is to be taken.
/// </summary>
/// <param name="folder">The folder; made when a document is first kept.</param>
public sealed class FileSystemOperationDocumentStorage(string folder) : IOperationDocumentStorage
{
    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>?> TryReadAsync(OperationDocumentId id, CancellationToken cancellationToken = default)
    {
        try
        {
            return await File.ReadAllBytesAsync(PathOf(id), cancellationToken);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask SaveAsync(OperationDocumentId id, ReadOnlyMemory<byte> document, CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(folder);
        // Written beside and moved, so that a reader never sees half of it.
        var part = Path.Combine(folder, $"{Guid.NewGuid():N}.part");
        await File.WriteAllBytesAsync(part, document.ToArray(), cancellationToken);
        File.Move(part, PathOf(id), overwrite: true);
    }

    private string PathOf(OperationDocumentId id) => Path.Combine(folder, id.Value + ".graphql");
}
