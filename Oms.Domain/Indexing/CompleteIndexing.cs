using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Locks;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Lock = Oms.Domain.Locks.Lock;

namespace Oms.Domain.Indexing;

/// <summary>
/// Ends an indexing that succeeded, whole or for some kinds. The branch is ready when nothing is being indexed any more and every
/// index it has is of what its head holds; where something changed meanwhile it is active, and the reason says so.
/// </summary>
/// <param name="IndexingId">The indexing.</param>
public sealed record CompleteIndexing(string IndexingId)
{
    /// <summary>The token that came with the lock; null for one who reports by event.</summary>
    public long? FencingToken { get; init; }

    /// <summary>The kinds that are done; none for all that are left. A lock of the whole branch ends only whole.</summary>
    public ImmutableArray<ElementKind> Kinds { get; init; } = [];

    /// <summary>The commit that the indexer says it read; null where it does not say. Another than the lock's is refused.</summary>
    public ObjectHash? Commit { get; init; }

    /// <summary>How many records were written; null where the indexer does not say.</summary>
    public long? Records { get; init; }

    /// <summary>The size of the index in bytes; null where the indexer does not say.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>Decides for this branch as it was loaded.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded)
    {
        var journal = new Journal(context);
        var branch = LockExpiry.Settle(loaded, journal);
        var found = Indexings.Find(context, branch, IndexingId, FencingToken);
        if (!found.IsOk)
            return found.Refusals;
        var held = found.Value;
        if (Commit is { } read && read != held.ReadAt)
            return new IndexingStale(branch.Name.Value, IndexingId, held.ReadAt.Value, read.Value) { Path = ["commit"] };
        if (Records < 0)
            return new ValueOutOfRange("number of records", 0, long.MaxValue, Records.Value) { Path = ["records"] };
        if (SizeBytes < 0)
            return new ValueOutOfRange("size in bytes", 0, long.MaxValue, SizeBytes.Value) { Path = ["sizeBytes"] };
        var all = Indexings.KindsOf(held);
        ImmutableArray<ElementKind> done = Kinds.IsEmpty ? all : [.. Kinds.Distinct()];
        if (done.FirstOrDefault(k => !all.Contains(k), (ElementKind)(-1)) is var foreign and not (ElementKind)(-1))
            return new LockScopeNotHeld(branch.Name.Value, LockScope.Of(foreign), held.Scopes) { Path = ["kinds"] };
        if (held.IsOfBranch && done.Length < all.Length)
            return new LockScopeNotHeld(branch.Name.Value, LockScope.Of(done[0]), held.Scopes) { Path = ["kinds"] };
        var completed = Make(journal, branch, held, done, [.. all.Except(done)]);
        return new Change { Branches = [completed.Over(loaded)], Audit = journal.Entries, Events = journal.Events };
    }

    private Branch Make(Journal journal, Branch branch, Lock held, ImmutableArray<ElementKind> done, ImmutableArray<ElementKind> left)
    {
        var indexed = branch with
        {
            Indexes = [.. branch.Indexes.Where(i => !done.Contains(i.Kind)).Concat(done.Select(k => StateOf(journal, held, k))).OrderBy(i => i.Kind)],
        };
        Indexings.Record(journal, branch, held, left.IsEmpty ? "complete" : "complete_partially", null);
        journal.Tell(
            EventTypes.IndexingCompleted, branch.Name.Value, IndexingData.Of(held, done) with { Remaining = left, Records = Records, SizeBytes = SizeBytes }, held.ReadAt.Value);
        var reason = $"indexed by {held.Holder}";
        if (!left.IsEmpty)
            return LockEnding.Narrow(journal, indexed, held, [.. left.Select(LockScope.Of)], "release", reason);
        var freed = LockEnding.Free(journal, indexed, held, reason);
        if (freed.Locks.Any(l => l.Type == LockType.Indexing))
            return freed;
        return freed.Indexes.FirstOrDefault(i => i.CurrentAt != freed.Head) is { } stale
            ? freed.Thaw(StateTrigger.Indexing, $"{reason}, but the index of {stale.Kind} is not of the head", journal)
            : freed.MoveTo(BranchState.Ready, StateTrigger.Indexing, reason, journal);
    }

    private IndexState StateOf(Journal journal, Lock held, ElementKind kind) => new()
    {
        Kind = kind,
        Commit = held.ReadAt,
        CurrentAt = held.Head,
        IndexingId = held.Id,
        CompletedAt = journal.Context.Time,
        CompletedBy = held.Holder,
        Records = Records,
        SizeBytes = SizeBytes,
    };
}
