using System.Collections.Immutable;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;

namespace Oms.Domain.Storage;

/// <summary>What became of a <see cref="Change"/>. Only <see cref="Committed"/> has written anything.</summary>
public abstract record CommitOutcome
{
    private CommitOutcome()
    {
    }

    /// <summary>All of it is stored, and survives a crash.</summary>
    /// <param name="Events">The events with their numbers.</param>
    /// <param name="Audit">The audit entries with numbers and hashes.</param>
    public sealed record Committed(ImmutableArray<EventRecord> Events, ImmutableArray<AuditEntry> Audit) : CommitOutcome;

    /// <summary>A branch was not as it was read; load again and decide again.</summary>
    /// <param name="Name">The branch.</param>
    /// <param name="Actual">What it is now; null when it does not exist.</param>
    public sealed record BranchMoved(BranchName Name, Branch? Actual) : CommitOutcome;

    /// <summary>A document was not as it was read; load again and decide again.</summary>
    /// <param name="Kind">Its kind.</param>
    /// <param name="Key">Its key.</param>
    /// <param name="ActualVersion">Its version now; 0 when it does not exist.</param>
    public sealed record DocumentMoved(string Kind, string Key, long ActualVersion) : CommitOutcome;

    /// <summary>The incoming event was taken before.</summary>
    /// <param name="InboxId">Its id.</param>
    public sealed record AlreadyDone(string InboxId) : CommitOutcome;

    /// <summary>The client's key was used before; this was the answer.</summary>
    /// <param name="Answer">The stored answer.</param>
    public sealed record Answered(IdempotentAnswer Answer) : CommitOutcome;
}
