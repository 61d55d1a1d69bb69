using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.Issues;
using Oms.Domain.Locks;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Indexing;

/// <summary>Begins an indexing: locks what the indexer reads, so that nobody changes it under its feet (domain.md 5.7).</summary>
/// <param name="Reason">Why, for those who are kept out.</param>
/// <param name="Kinds">What is read; none for the whole branch, which freezes it.</param>
public sealed record StartIndexing(string Reason, ImmutableArray<ElementKind> Kinds)
{
    /// <summary>The indexer's own id for it; null to be given one.</summary>
    public string? IndexingId { get; init; }

    /// <summary>How long it may take; null for the lease of an indexer's lock.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>How often the indexer is heard of; null for every 120 s.</summary>
    public TimeSpan? HeartbeatInterval { get; init; }

    /// <summary>When the indexer expects to be done; null where it does not know.</summary>
    public DateTimeOffset? ExpectedEnd { get; init; }

    /// <summary>Decides for this branch as it was loaded. A branch that was ready is ready no more until the indexing is completed.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded, IssuePolicy issues)
    {
        if (!context.May(Right.IndexingReport))
            return NotAuthorized.Lacking(Right.IndexingReport, "to begin an indexing");
        if (IndexingId is { Length: 0 or > Indexings.MaxId } id)
            return new ValueOutOfRange("length of the indexing's id", 1, Indexings.MaxId, id.Length) { Path = ["indexing"] };
        var journal = new Journal(context);
        var branch = LockExpiry.Settle(loaded, journal);
        if (IndexingId is { } given && branch.Locks.FirstOrDefault(l => l.Id == given) is { } running)
            return BranchLocked.Of(branch, running, context.Now);
        var taken = Lease().Take(journal, branch, issues);
        if (!taken.IsOk)
            return taken.Refusals;
        var locked = Unready(journal, taken.Value);
        var held = locked.Locks[^1];
        Indexings.Record(journal, locked, held, "start", Reason);
        journal.Tell(EventTypes.IndexingStarted, locked.Name.Value, IndexingData.Of(held), held.ReadAt.Value);
        return new Change { Branches = [locked.Over(loaded)], Audit = journal.Entries, Events = journal.Events };
    }

    private LockBranch Lease() => new(Reason, Ttl, null)
    {
        Type = LockType.Indexing,
        Scopes = [.. Kinds.Select(LockScope.Of)],
        HeartbeatInterval = HeartbeatInterval,
        ExpectedEnd = ExpectedEnd,
        Id = IndexingId,
    };

    private static Branch Unready(Journal journal, Branch branch) => branch.State == BranchState.Ready
        ? branch.MoveTo(BranchState.Active, StateTrigger.Indexing, "it is indexed anew", journal)
        : branch;
}
