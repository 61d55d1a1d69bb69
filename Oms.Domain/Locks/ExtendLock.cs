using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Locks;

/// <summary>Lets one's own lock last longer; its fencing token stays.</summary>
/// <param name="FencingToken">The token that came with the lock.</param>
/// <param name="Ttl">How long it lasts from now: <see cref="LockTerm.Minimum"/> to <see cref="LockTerm.Maximum"/>.</param>
public sealed record ExtendLock(long FencingToken, TimeSpan Ttl)
{
    /// <summary>Decides for this branch as it was loaded. A lock whose time is over can not be extended.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded)
    {
        if (!context.May(Right.LockRelease))
            return NotAuthorized.Lacking(Right.LockRelease, "to extend a lock");
        if (LockTerm.Check(Ttl) is { } term)
            return term;
        var journal = new Journal(context);
        var branch = LockExpiry.Settle(loaded, journal);
        var owned = LockOwnership.Find(context, branch, FencingToken);
        if (!owned.IsOk)
            return owned.Refusals;
        var before = owned.Value;
        var after = before with { ExpiresAt = context.Time + Ttl };
        journal.Record(TargetTypes.Lock, branch.Name.Value, "extend", entry => entry with
        {
            Branch = branch.Name.Value,
            Before = CanonicalJson.Literal(before),
            After = CanonicalJson.Literal(after),
            Issues = before.Issue is null ? [] : [before.Issue],
        });
        journal.Tell(EventTypes.LockExtended, branch.Name.Value, LockData.Of(after));
        return new Change
        {
            Branches = [(branch with { Locks = branch.Locks.Replace(before, after) }).Over(loaded)],
            Audit = journal.Entries,
            Events = journal.Events,
        };
    }
}
