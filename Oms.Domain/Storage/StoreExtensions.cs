using System.Runtime.CompilerServices;

namespace Oms.Domain.Storage;

/// <summary>What can be said of every store in terms of <see cref="IStore"/>.</summary>
public static class StoreExtensions
{
    private const int PageSize = 200;

    /// <summary>
    /// Documents of a kind in the ordinal order of keys, read by the page as they are asked for: those whose key comes after
    /// <paramref name="after"/> (null: from the first). What is written meanwhile may or may not be among them.
    /// </summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public static async IAsyncEnumerable<StoredDocument> ReadDocumentsAsync(
        this IStore store, string kind, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var page = await store.GetDocumentsAsync(kind, after, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var document in page)
                yield return document;
            if (page.Length < PageSize)
                yield break;
            after = page[^1].Key;
        }
    }
}
