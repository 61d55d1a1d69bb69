using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Locks;

/// <summary>
/// Says that the holder of a lock is alive, and how far it has come. Told as an event; not written into the audit log, for it changes
/// nobody's rights and comes every minute.
/// </summary>
/// <param name="FencingToken">The token that came with the lock.</param>
/// <param name="Progress">How far; null to leave what was said before.</param>
/// <param name="ExpectedEnd">When the holder expects to be done; null to leave what was said before.</param>
public sealed record HeartbeatLock(long FencingToken, LockProgress? Progress, DateTimeOffset? ExpectedEnd)
{
    /// <summary>Decides for this branch as it was loaded. A lock whose time is over does not come back by it.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded)
    {
        if (!context.May(Right.LockRelease))
            return NotAuthorized.Lacking(Right.LockRelease, "to keep a lock alive");
        var journal = new Journal(context);
        var branch = LockExpiry.Settle(loaded, journal);
        var owned = LockOwnership.Find(context, branch, FencingToken);
        if (!owned.IsOk)
            return owned.Refusals;
        var beaten = Beat(journal, branch, owned.Value);
        return beaten.IsOk
            ? new Change { Branches = [beaten.Value.Over(loaded)], Audit = journal.Entries, Events = journal.Events }
            : beaten.Refusals;
    }

    /// <summary>The branch with the lock kept alive.</summary>
    internal Result<Branch> Beat(Journal journal, Branch branch, Lock held)
    {
        if (Progress?.Check() is { } refusal)
            return refusal;
        var beaten = held with
        {
            LastHeartbeat = journal.Context.Time,
            Progress = Progress ?? held.Progress,
            ExpectedEnd = ExpectedEnd ?? held.ExpectedEnd,
        };
        journal.Tell(EventTypes.LockHeartbeat, branch.Name.Value, LockData.Of(beaten));
        return branch with { Locks = branch.Locks.Replace(held, beaten) };
    }
}
