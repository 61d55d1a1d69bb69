using Microsoft.Extensions.Logging;
using Oms.Engine.PersistedOperations;
using StackExchange.Redis;

namespace Oms.Engine.Redis;

/// <summary>
/// Documents in Redis, one string a document, for all processes on it. Those named by their own hash can not change, and are kept in memory
/// beside it once they were read.
/// </summary>
internal sealed class RedisOperationDocumentStorage : IOperationDocumentStorage
{
    private readonly InMemoryOperationDocumentStorage near = new();
    private readonly IDatabase database;
    private readonly TimeSpan? expiration;
    private readonly ILogger log;
    private volatile bool isAway;

    /// <summary>Documents in a database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="expiration">How long a document is kept after it was last brought along; null for ever.</param>
    /// <param name="log">Hears when Redis goes and comes back.</param>
    internal RedisOperationDocumentStorage(IDatabase database, TimeSpan? expiration, ILogger<RedisOperationDocumentStorage> log)
    {
        if (expiration is { } time)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero, nameof(expiration));
        (this.database, this.expiration, this.log) = (database, expiration, log);
    }

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>?> TryReadAsync(OperationDocumentId id, CancellationToken cancellationToken = default)
    {
        if (await near.TryReadAsync(id, cancellationToken) is { } known)
            return known;
        if ((byte[]?)await AskAsync(() => database.StringGetAsync(KeyOf(id)), cancellationToken) is not { } document)
            return null;
        await KeepNearAsync(id, document, cancellationToken);
        return document;
    }

    /// <inheritdoc/>
    public async ValueTask SaveAsync(OperationDocumentId id, ReadOnlyMemory<byte> document, CancellationToken cancellationToken = default)
    {
        var copy = document.ToArray();
        await KeepNearAsync(id, copy, cancellationToken);
        await AskAsync(() => database.StringSetAsync(KeyOf(id), copy, expiration), cancellationToken);
    }

    private static RedisKey KeyOf(OperationDocumentId id) => "graphql:document:" + id.Value;

    private ValueTask KeepNearAsync(OperationDocumentId id, byte[] document, CancellationToken cancellationToken) =>
        OperationDocumentId.Of(document) == id ? near.SaveAsync(id, document, cancellationToken) : ValueTask.CompletedTask;

    private async Task<T> AskAsync<T>(Func<Task<T>> question, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await question().WaitAsync(cancellationToken);
            if (isAway)
            {
                isAway = false;
                log.LogInformation("The documents in Redis are there again.");
            }

            return answer;
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            if (!isAway)
                log.LogWarning(e, "The documents in Redis can not be reached.");
            isAway = true;
            throw new OperationDocumentStorageException("The documents in Redis can not be reached.", e);
        }
    }
}
