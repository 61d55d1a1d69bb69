namespace Oms.Engine.PersistedOperations;

/// <summary>Which documents are executed when there is a store of documents. Names are Hot Chocolate's.</summary>
public sealed class PersistedOperationOptions
{
    /// <summary>
    /// Whether only documents of the store are executed (trusted documents): a request that brings its own is refused with HC0067, unless
    /// an interceptor allowed it by <see cref="PersistedOperationState.AllowNonPersistedOperation"/>. False by default.
    /// </summary>
    public bool OnlyAllowPersistedDocuments { get; set; }

    /// <summary>
    /// Whether a request may bring its document along although only those of the store are executed, as long as it is one of them.
    /// False by default.
    /// </summary>
    public bool AllowDocumentBody { get; set; }

    /// <summary>The largest document in bytes that clients may add to the store; 64 KiB by default.</summary>
    public int MaxAutomaticDocumentSize { get; set; } = 64 * 1024;
}
