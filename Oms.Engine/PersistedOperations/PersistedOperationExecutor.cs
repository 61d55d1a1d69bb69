using System.Security.Claims;
using Oms.Engine.Execution;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.PersistedOperations;

/// <summary>
/// Finds the document of a request that names it by id, before the request is executed; on every transport alike. With automatic persistence
/// it keeps what a client brings along with its hash, once the document has shown to be valid.
/// </summary>
internal sealed class PersistedOperationExecutor(
    IRequestExecutor inner, IOperationDocumentStorage storage, PersistedOperationOptions options, bool isAutomatic, Func<GraphQLError, GraphQLError> filter)
    : IRequestExecutor
{
    /// <inheritdoc/>
    public Schema Schema => inner.Schema;

    /// <inheritdoc/>
    public ValueTask<Schema> GetSchemaAsync(ClaimsPrincipal user, IServiceProvider requestServices, CancellationToken cancellationToken) =>
        inner.GetSchemaAsync(user, requestServices, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var hash = PersistedQueryExtension.HashOf(request.Extensions.Span);
        if (request.Document.IsEmpty)
            return ExecuteStoredAsync(request, request.DocumentId ?? hash, cancellationToken);
        if (options.OnlyAllowPersistedDocuments && !PersistedOperationState.IsAllowed(request.ContextData))
            return options.AllowDocumentBody ? ExecuteIfStoredAsync(request, cancellationToken) : Refused(OnlyPersisted);
        return hash is not null && isAutomatic ? ExecuteAndSaveAsync(request, hash, cancellationToken) : inner.ExecuteAsync(request, cancellationToken);
    }

    private static GraphQLError OnlyPersisted => new("Only persisted operations are allowed.") { Code = PersistedOperationErrorCodes.OnlyPersisted };

    private static GraphQLError NotFound => new("PersistedQueryNotFound") { Code = PersistedOperationErrorCodes.NotFound };

    private static GraphQLError Unavailable =>
        new("The store of operation documents can not be reached now; try again later.") { Code = PersistedOperationErrorCodes.StorageUnavailable };

    private async ValueTask<IExecutionResult> ExecuteStoredAsync(OperationRequest request, string? text, CancellationToken cancellationToken)
    {
        if (text is null)
            return await Refused(new GraphQLError("The request has neither a document nor the id of one.") { Code = ErrorCodes.Validation });
        if (!OperationDocumentId.TryParse(text, out var id))
            return await Refused(NotFound);
        var (document, error) = await ReadAsync(id, cancellationToken);
        return document is { } found ? await inner.ExecuteAsync(request.WithDocument(found), cancellationToken) : await Refused(error ?? NotFound);
    }

    private async ValueTask<(ReadOnlyMemory<byte>? Document, GraphQLError? Error)> ReadAsync(OperationDocumentId id, CancellationToken cancellationToken)
    {
        try
        {
            return (await storage.TryReadAsync(id, cancellationToken), null);
        }
        catch (OperationDocumentStorageException e)
        {
            // A client that may bring its document along does so when it is not found, and is served.
            return (null, isAutomatic && !options.OnlyAllowPersistedDocuments ? null : Unavailable with { Exception = e });
        }
    }

    private async ValueTask<IExecutionResult> ExecuteIfStoredAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        var (stored, error) = await ReadAsync(OperationDocumentId.Of(request.Document.Span), cancellationToken);
        return stored is { } found && found.Span.SequenceEqual(request.Document.Span)
            ? await inner.ExecuteAsync(request, cancellationToken)
            : await Refused(error ?? OnlyPersisted);
    }

    private async ValueTask<IExecutionResult> ExecuteAndSaveAsync(OperationRequest request, string hash, CancellationToken cancellationToken)
    {
        var id = OperationDocumentId.Of(request.Document.Span);
        if (!OperationDocumentId.TryParse(hash, out var claimed) || !string.Equals(claimed.Value, id.Value, StringComparison.OrdinalIgnoreCase))
            return await Refused(new GraphQLError("The hash is not the SHA-256 of the document.") { Code = PersistedOperationErrorCodes.HashMismatch });
        var result = await inner.ExecuteAsync(request, cancellationToken);
        // Whoever may not run an operation of this kind here, or has made one that is not valid, leaves nothing in the store.
        if (result is not OperationResult { IsRequestError: true } && request.Document.Length <= options.MaxAutomaticDocumentSize)
            await SaveAsync(id, request.Document, cancellationToken);
        return result;
    }

    private async ValueTask SaveAsync(OperationDocumentId id, ReadOnlyMemory<byte> document, CancellationToken cancellationToken)
    {
        try
        {
            await storage.SaveAsync(id, document, cancellationToken);
        }
        catch (OperationDocumentStorageException)
        {
            // The request is answered; its client brings the document along again. The store itself says that it is away.
        }
    }

    private ValueTask<IExecutionResult> Refused(GraphQLError error) =>
        ValueTask.FromResult<IExecutionResult>(RequestErrorResponse.Create([filter(error)]));
}
