using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Issues;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Indexing;

/// <summary>
/// Takes events of the indexing pipeline once each, whatever is repeated, late or out of order (domain.md 5.9): the mark that an event was
/// taken is a document that is written in the transaction of its effect, and must not exist before. An event for an indexing that is gone
/// has no effect but its audit entry.
/// </summary>
public static class IndexingInbox
{
    /// <summary>The kind of the documents that mark what was taken.</summary>
    public const string DocumentKind = "inbox";

    /// <summary>The key of the mark: consumer and event.</summary>
    public static string KeyOf(string consumer, string eventId) => $"{consumer}:{eventId}";

    /// <summary>Decides on an event for a branch as it was loaded.</summary>
    /// <param name="context">The indexer as an actor, and when.</param>
    /// <param name="consumer">Who consumes; the same event is another one for another consumer.</param>
    /// <param name="told">The event.</param>
    /// <param name="loaded">The branch; null when there is none of the name.</param>
    /// <param name="mark">The mark under <see cref="KeyOf"/>; null when there is none.</param>
    /// <param name="issues">When an issue must be named.</param>
    public static IndexingDecision Decide(
        CommandContext context, string consumer, FunnelEvent told, Branch? loaded, StoredDocument? mark, IssuePolicy issues)
    {
        ArgumentNullException.ThrowIfNull(told);
        if (mark is not null)
            return Repeat(context, told, CanonicalJson.Read<IndexingMark>(mark.Content.Span));
        var result = loaded is null ? new BranchNotFound(told.Branch) : Carry(context, told, loaded, issues);
        var change = result.IsOk ? result.Value : Attempt(told).ToChange(context, result.Refusals);
        var taken = new IndexingMark(told.Phase, told.Commit, result.IsOk, context.Time);
        return new IndexingDecision(
            result.IsOk ? IndexingOutcome.Done : IndexingOutcome.Ignored,
            change with { Documents = [new DocumentWrite(DocumentKind, KeyOf(consumer, told.Id), 0, CanonicalJson.Write(taken))] },
            result.Refusals);
    }

    private static IndexingDecision Repeat(CommandContext context, FunnelEvent told, IndexingMark mark)
    {
        if (mark.Commit == told.Commit && mark.Phase == told.Phase)
            return new IndexingDecision(IndexingOutcome.AlreadyDone, null, []);
        var refusal = new EventIdReused(told.Id);
        return new IndexingDecision(IndexingOutcome.Ignored, Attempt(told).ToChange(context, [refusal]), [refusal]);
    }

    private static Result<Change> Carry(CommandContext context, FunnelEvent told, Branch loaded, IssuePolicy issues) => told.Phase switch
    {
        FunnelPhase.Started => new StartIndexing(told.Message.Length == 0 ? "indexing" : told.Message, told.Kinds) { IndexingId = told.IndexingId }
            .Decide(context, loaded, issues),
        FunnelPhase.Progress => new ReportIndexingProgress(told.IndexingId, told.Progress).Decide(context, loaded),
        FunnelPhase.Completed => new CompleteIndexing(told.IndexingId)
        {
            Kinds = told.Kinds, Commit = told.Commit.IsEmpty ? null : told.Commit, Records = told.Records, SizeBytes = told.SizeBytes,
        }.Decide(context, loaded),
        _ => new FailIndexing(told.IndexingId, told.Message.Length == 0 ? "the indexer gave no reason" : told.Message).Decide(context, loaded),
    };

    private static RefusedAttempt Attempt(FunnelEvent told) =>
        new(TargetTypes.Indexing, told.IndexingId, "ignore") { Branch = told.Branch, Reason = $"event {told.Id}, {told.Phase}" };
}
