namespace Oms.Engine.PersistedOperations;

/// <summary>Whether requests may name their document by an id.</summary>
internal enum PersistedOperationMode
{
    /// <summary>They may not.</summary>
    None,

    /// <summary>They may, and the server's owner fills the store.</summary>
    Stored,

    /// <summary>They may, and clients fill the store.</summary>
    Automatic,
}
