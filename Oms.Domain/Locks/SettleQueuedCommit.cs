using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Issues;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Locks;

/// <summary>Applies a commit that waited for the end of a lock, or returns it to its author with the reason; once, for it is written with its effect.</summary>
/// <param name="Queued">The commit, waiting.</param>
/// <param name="Version">The version of its document.</param>
public sealed record SettleQueuedCommit(QueuedCommit Queued, long Version)
{
    private const int MaxConflicts = 100;

    /// <summary>Decides for this branch as it was loaded.</summary>
    /// <param name="context">When; the author is the actor.</param>
    /// <param name="loaded">The branch; null when it is gone.</param>
    /// <param name="head">The commit at its head.</param>
    /// <param name="before">The ontology at that head.</param>
    /// <param name="result">The changes merged onto that head.</param>
    /// <param name="policy">When an issue must be named.</param>
    /// <returns>The change, with the ontology after it where it makes a commit; null while a lock still stands against it.</returns>
    public (Change Change, Snapshot? After)? Decide(
        CommandContext context, Branch loaded, CommitRecord head, Snapshot before, MergeResult result, IssuePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(result);
        var command = new IntegrateChanges(Right.SchemaWrite, "to change an ontology", Queued.Message, Queued.Issues, null, null);
        var decision = command.Decide(context, loaded, [head], before, result, policy);
        if (decision.IsOk)
            return (Apply(context, decision.Value), decision.Value.After);
        return decision.Refusals[0] is BranchLocked ? null : (Return(context, decision.Refusals, result.Open), null);
    }

    private Change Apply(CommandContext context, IntegrationDecision decision)
    {
        var applied = Queued with { Status = QueuedCommitStatus.Applied, SettledAt = context.Time, Applied = decision.Commit };
        var journal = new Journal(context);
        journal.Tell(EventTypes.CommitApplied, Queued.Branch, QueuedCommitData.Of(applied), decision.Commit.Value);
        return decision.Change with { Documents = [Write(applied)], Events = [.. decision.Change.Events, .. journal.Events] };
    }

    /// <summary>The change that returns it.</summary>
    /// <param name="context">When; the author is the actor.</param>
    /// <param name="refusals">Why, at least one.</param>
    /// <param name="open">The conflicts that stand in the way.</param>
    public Change Return(CommandContext context, ImmutableArray<Refusal> refusals, IEnumerable<Conflict> open)
    {
        ArgumentNullException.ThrowIfNull(context);
        var returned = Queued with
        {
            Status = QueuedCommitStatus.Returned, SettledAt = context.Time, ReturnCode = refusals[0].Code, ReturnReason = refusals[0].Message,
            Conflicts = [.. open.Take(MaxConflicts).Select(c => c.Path.ToString()!)],
        };
        var journal = new Journal(context);
        journal.Tell(EventTypes.CommitReturned, Queued.Branch, QueuedCommitData.Of(returned), Queued.Commit.Value);
        var attempt = new RefusedAttempt(TargetTypes.Commit, Queued.Commit.Value, "apply") { Branch = Queued.Branch, Issues = Queued.Issues, Reason = Queued.Message };
        return attempt.ToChange(context, refusals) with { Documents = [Write(returned)], Events = journal.Events };
    }

    private DocumentWrite Write(QueuedCommit after) => new(QueuedCommit.DocumentKind, after.Key, Version, CanonicalJson.Write(after));
}
