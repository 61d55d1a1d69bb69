namespace Oms.Engine.PersistedOperations;

/// <summary>
/// What keeps the documents can not be reached. Where clients bring their documents along this is as if the document were not there; where only
/// the server's owner fills the store, the request is refused with <see cref="PersistedOperationErrorCodes.StorageUnavailable"/>.
/// </summary>
/// <param name="message">What can not be reached.</param>
/// <param name="inner">What was seen of it.</param>
public sealed class OperationDocumentStorageException(string message, Exception inner) : Exception(message, inner);
