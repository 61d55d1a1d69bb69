namespace Oms.Domain.Audit;

/// <summary>What does not fit at a broken link of the audit log.</summary>
public enum AuditBreakKind
{
    /// <summary>The number does not follow the one before: entries were left out, put in or moved.</summary>
    Sequence,

    /// <summary>The entry does not name the hash of the one before.</summary>
    PreviousHash,

    /// <summary>The entry's content has another hash than the one it carries: it was changed.</summary>
    Content,

    /// <summary>The entry is not the one that the checkpoint knows: the log was computed anew.</summary>
    Checkpoint,

    /// <summary>The log ends before the checkpoint: its tail was cut.</summary>
    Missing,
}
