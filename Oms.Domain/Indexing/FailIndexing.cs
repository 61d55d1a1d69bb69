using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.Locks;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Indexing;

/// <summary>
/// Ends an indexing that failed: the branch is in error and all its locks are released. The indexer speaks about the branch here,
/// unlike one that died, whose silence says nothing about it (<see cref="LockExpiry"/>).
/// </summary>
/// <param name="IndexingId">The indexing.</param>
/// <param name="Message">What went wrong: 1 to <see cref="TextLimits.MaxReason"/> characters.</param>
public sealed record FailIndexing(string IndexingId, string Message)
{
    /// <summary>The token that came with the lock; null for one who reports by event.</summary>
    public long? FencingToken { get; init; }

    /// <summary>Decides for this branch as it was loaded.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded)
    {
        if (TextLimits.Check("message", Message, TextLimits.MaxReason) is { } text)
            return text;
        var journal = new Journal(context);
        var branch = LockExpiry.Settle(loaded, journal);
        var found = Indexings.Find(context, branch, IndexingId, FencingToken);
        if (!found.IsOk)
            return found.Refusals;
        var held = found.Value;
        Indexings.Record(journal, branch, held, "fail", Message);
        journal.Tell(EventTypes.IndexingFailed, branch.Name.Value, IndexingData.Of(held) with { Message = Message }, held.ReadAt.Value);
        var failed = LockEnding.FreeAll(journal, branch, Message).MoveTo(BranchState.Error, StateTrigger.Indexing, Message, journal);
        return new Change { Branches = [failed.Over(loaded)], Audit = journal.Entries, Events = journal.Events };
    }
}
