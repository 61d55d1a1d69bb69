using System.Security.Cryptography;
using Oms.Domain.History;

namespace Oms.Domain.Audit;

/// <summary>
/// The hash chain over the audit log (domain.md 6.9): each entry's hash is the SHA-256 of its canonical JSON without
/// <see cref="AuditEntry.Hash"/>, and that JSON holds the hash before, so an entry can not be changed, left out, put in or moved without
/// a break. What the chain alone can not show is a cut tail, or a log that somebody computed anew from the change on: for those, give
/// a checkpoint that was kept elsewhere.
/// </summary>
public static class AuditChain
{
    /// <summary>What stands as the hash before the first entry: 64 zeros.</summary>
    public static readonly string Origin = new('0', 64);

    /// <summary>The hash of an entry, over every field but <see cref="AuditEntry.Hash"/>: 64 lower-case hexadecimal digits.</summary>
    public static string Compute(AuditEntry entry) =>
        Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Write(entry with { Hash = string.Empty })));

    /// <summary>The entry with its place in the log.</summary>
    /// <param name="entry">The entry as decided.</param>
    /// <param name="sequence">Its number, one more than that of the entry before.</param>
    /// <param name="previousHash">The hash of the entry before; <see cref="Origin"/> for the first.</param>
    public static AuditEntry Link(AuditEntry entry, long sequence, string previousHash)
    {
        var placed = entry with { Sequence = sequence, PreviousHash = previousHash, Hash = string.Empty };
        return placed with { Hash = Compute(placed) };
    }

    /// <summary>Checks a whole log from its first entry on, holding one entry at a time.</summary>
    /// <param name="entries">The entries in order.</param>
    /// <param name="checkpoint">A link known from elsewhere that the log must hold; null when none is known.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <returns>How far the log is whole, and the first broken link if there is one.</returns>
    public static async ValueTask<AuditVerdict> VerifyAsync(
        IAsyncEnumerable<AuditEntry> entries, AuditLink? checkpoint, CancellationToken cancellationToken)
    {
        var last = new AuditLink(0, Origin);
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            if (FindBreak(last, entry, checkpoint) is { } broken)
                return new AuditVerdict(last, broken);
            last = new AuditLink(entry.Sequence, entry.Hash);
        }

        return new AuditVerdict(last, FindCutTail(last, checkpoint));
    }

    /// <summary>Checks a whole log from its first entry on.</summary>
    /// <param name="entries">The entries in order.</param>
    /// <param name="checkpoint">A link known from elsewhere that the log must hold; null when none is known.</param>
    public static AuditVerdict Verify(IEnumerable<AuditEntry> entries, AuditLink? checkpoint = null)
    {
        var last = new AuditLink(0, Origin);
        foreach (var entry in entries)
        {
            if (FindBreak(last, entry, checkpoint) is { } broken)
                return new AuditVerdict(last, broken);
            last = new AuditLink(entry.Sequence, entry.Hash);
        }

        return new AuditVerdict(last, FindCutTail(last, checkpoint));
    }

    private static AuditBreak? FindBreak(AuditLink last, AuditEntry entry, AuditLink? checkpoint)
    {
        if (entry.Sequence != last.Sequence + 1)
            return new(entry.Sequence, AuditBreakKind.Sequence, $"{last.Sequence + 1}", $"{entry.Sequence}");
        if (entry.PreviousHash != last.Hash)
            return new(entry.Sequence, AuditBreakKind.PreviousHash, last.Hash, entry.PreviousHash);
        var hash = Compute(entry);
        if (entry.Hash != hash)
            return new(entry.Sequence, AuditBreakKind.Content, hash, entry.Hash);
        if (checkpoint is { } known && known.Sequence == entry.Sequence && known.Hash != hash)
            return new(entry.Sequence, AuditBreakKind.Checkpoint, known.Hash, hash);
        return null;
    }

    private static AuditBreak? FindCutTail(AuditLink last, AuditLink? checkpoint) => checkpoint is { } known && known.Sequence > last.Sequence
        ? new(last.Sequence + 1, AuditBreakKind.Missing, $"{known.Sequence}", $"{last.Sequence}")
        : null;
}
