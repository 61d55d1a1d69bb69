namespace Oms.Domain.Storage;

/// <summary>What a compaction has done.</summary>
/// <param name="Objects">Objects that were moved into packs.</param>
/// <param name="LogEntries">Audit entries, events and records of commits that were moved into packs.</param>
/// <param name="Collected">Objects that no commit led to, and that are gone.</param>
/// <param name="BytesBefore">What the store took on disk before.</param>
/// <param name="BytesAfter">What it takes now.</param>
public sealed record CompactionOutcome(long Objects, long LogEntries, long Collected, long BytesBefore, long BytesAfter)
{
    /// <summary>True when there was nothing to do.</summary>
    public bool IsNothing => Objects == 0 && LogEntries == 0 && Collected == 0 && BytesAfter >= BytesBefore;
}
