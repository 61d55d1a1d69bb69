namespace Oms.Engine.PersistedOperations;

/// <summary>The values of <c>extensions.code</c> of requests whose document is not executed for where it comes from.</summary>
public static class PersistedOperationErrorCodes
{
    /// <summary>There is no document of this id. The message is <c>PersistedQueryNotFound</c>, which Apollo's clients look for.</summary>
    public const string NotFound = "HC0020";

    /// <summary>Only documents of the store are executed.</summary>
    public const string OnlyPersisted = "HC0067";

    /// <summary>The server keeps no documents. The message is <c>PersistedQueryNotSupported</c>, which Apollo's clients look for.</summary>
    public const string NotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The store of documents can not be reached now.</summary>
    public const string StorageUnavailable = "PERSISTED_OPERATION_STORAGE_UNAVAILABLE";

    /// <summary>The hash beside a document is not the document's.</summary>
    public const string HashMismatch = "PERSISTED_QUERY_HASH_MISMATCH";
}
