namespace Oms.Graph.Indexing;

/// <summary>What happened to an indexing.</summary>
internal enum IndexingPhase
{
    /// <summary>It began.</summary>
    Started,

    /// <summary>It is further on.</summary>
    Progress,

    /// <summary>It succeeded, whole or for some kinds.</summary>
    Completed,

    /// <summary>It failed, or its indexer was not heard of any more.</summary>
    Failed,
}
