namespace Oms.Domain.Indexing;

/// <summary>What became of an event of the indexing pipeline. Each of them is final: the event may be acknowledged.</summary>
public enum IndexingOutcome
{
    /// <summary>It took effect.</summary>
    Done,

    /// <summary>It took effect when it came first.</summary>
    AlreadyDone,

    /// <summary>It has no effect, and the audit log says why.</summary>
    Ignored,
}
