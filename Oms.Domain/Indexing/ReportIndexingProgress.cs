using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.Locks;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Indexing;

/// <summary>Says how far an indexing is; a heartbeat of its lock.</summary>
/// <param name="IndexingId">The indexing.</param>
/// <param name="Progress">How far; null for a mere sign of life.</param>
public sealed record ReportIndexingProgress(string IndexingId, LockProgress? Progress)
{
    /// <summary>The token that came with the lock; null for one who reports by event.</summary>
    public long? FencingToken { get; init; }

    /// <summary>When the indexer expects to be done; null to leave what was said before.</summary>
    public DateTimeOffset? ExpectedEnd { get; init; }

    /// <summary>Decides for this branch as it was loaded.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded)
    {
        var journal = new Journal(context);
        var branch = LockExpiry.Settle(loaded, journal);
        var found = Indexings.Find(context, branch, IndexingId, FencingToken);
        if (!found.IsOk)
            return found.Refusals;
        var beaten = new HeartbeatLock(found.Value.FencingToken, Progress, ExpectedEnd).Beat(journal, branch, found.Value);
        if (!beaten.IsOk)
            return beaten.Refusals;
        var held = beaten.Value.Locks.First(l => l.Id == IndexingId);
        journal.Tell(EventTypes.IndexingProgress, branch.Name.Value, IndexingData.Of(held), held.ReadAt.Value);
        return new Change { Branches = [beaten.Value.Over(loaded)], Audit = journal.Entries, Events = journal.Events };
    }
}
