using Oms.Domain.Events;
using Oms.Graph.Indexing;
using Oms.Graph.Locks;
using Oms.Graph.Proposals;
using Oms.Graph.Releases;

namespace Oms.Graph.Events;

/// <summary>An event with what it is to subscribers, made once for all of them.</summary>
/// <param name="Record">The event.</param>
/// <param name="Message">A <see cref="BranchStateChange"/>, <see cref="BranchUpdate"/>, <see cref="LockChange"/>, <see cref="IndexingReport"/>, <see cref="ReleaseAnnouncement"/>, <see cref="DeadLetterAlert"/> or <see cref="ProposalUpdate"/>; null when it is told to none.</param>
internal sealed record LoggedEvent(EventRecord Record, object? Message)
{
    /// <summary>Reads an event of the log.</summary>
    internal static LoggedEvent Of(EventRecord record) => new(record, record.Type switch
    {
        EventTypes.BranchStateChanged => new BranchStateChange(record),
        EventTypes.BranchUpdated or EventTypes.BranchCreated => BranchUpdate.Of(record),
        EventTypes.LockAcquired => new LockChange(record, LockChangeKind.Acquired),
        EventTypes.LockExtended => new LockChange(record, LockChangeKind.Extended),
        EventTypes.LockHeartbeat => new LockChange(record, LockChangeKind.Heartbeat),
        EventTypes.LockNarrowed => new LockChange(record, LockChangeKind.Narrowed),
        EventTypes.LockReleased => new LockChange(record, LockChangeKind.Released),
        EventTypes.LockExpired => new LockChange(record, LockChangeKind.Expired),
        EventTypes.IndexingStarted => new IndexingReport(record, IndexingPhase.Started),
        EventTypes.IndexingProgress => new IndexingReport(record, IndexingPhase.Progress),
        EventTypes.IndexingCompleted => new IndexingReport(record, IndexingPhase.Completed),
        EventTypes.IndexingFailed => new IndexingReport(record, IndexingPhase.Failed),
        EventTypes.ProposalCreated or EventTypes.ProposalSubmitted or EventTypes.ProposalUpdated or EventTypes.ProposalApproved or EventTypes.ProposalRejected
            or EventTypes.ProposalMerged => new ProposalUpdate(record),
        EventTypes.ReleaseCreated => new ReleaseAnnouncement(record),
        EventTypes.DeadLetterAdded or EventTypes.DeadLetterPoisoned => new DeadLetterAlert(record),
        _ => null,
    });
}
