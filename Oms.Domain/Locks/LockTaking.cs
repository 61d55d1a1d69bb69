using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;

namespace Oms.Domain.Locks;

/// <summary>What taking a lock leaves in the logs.</summary>
internal static class LockTaking
{
    /// <summary>Writes the new lock down and tells it.</summary>
    internal static void Tell(Journal journal, Branch branch, Lock held)
    {
        journal.Record(TargetTypes.Lock, branch.Name.Value, "acquire", entry => entry with
        {
            Branch = branch.Name.Value,
            After = CanonicalJson.Literal(held),
            Issues = held.Issue is null ? [] : [held.Issue],
            Reason = held.Reason,
        });
        journal.Tell(EventTypes.LockAcquired, branch.Name.Value, LockData.Of(held));
    }
}
