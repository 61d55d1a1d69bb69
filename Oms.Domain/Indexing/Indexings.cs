using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Locks;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Lock = Oms.Domain.Locks.Lock;

namespace Oms.Domain.Indexing;

/// <summary>What the commands of indexing share. An indexing is a lock of the type <see cref="LockType.Indexing"/>; its id is the lock's.</summary>
internal static class Indexings
{
    /// <summary>The longest id that an indexer may choose.</summary>
    internal const int MaxId = 200;

    private static readonly ImmutableArray<ElementKind> AllKinds = [.. Enum.GetValues<ElementKind>()];

    /// <summary>The running indexing of this id that is the actor's own, or why there is none.</summary>
    /// <param name="context">Who reports, when.</param>
    /// <param name="branch">The branch, without overdue locks.</param>
    /// <param name="id">The indexing.</param>
    /// <param name="fencingToken">The token that the indexer shows; null for one who reports by event and never saw it.</param>
    internal static Result<Lock> Find(CommandContext context, Branch branch, string id, long? fencingToken)
    {
        if (!context.May(Right.IndexingReport))
            return NotAuthorized.Lacking(Right.IndexingReport, "to report on an indexing");
        if (branch.Locks.FirstOrDefault(l => l.Type == LockType.Indexing && l.Id == id) is not { } held)
            return new IndexingNotRunning(branch.Name.Value, id) { Path = ["indexing"] };
        if (held.Holder != context.Actor.Subject)
            return new LockNotYours(branch.Name.Value, held.Holder);
        return fencingToken is null || held.FencingToken == fencingToken
            ? held
            : new FencingTokenStale(branch.Name.Value, fencingToken) { Path = ["fencingToken"] };
    }

    /// <summary>The kinds that an indexing's lock covers.</summary>
    internal static ImmutableArray<ElementKind> KindsOf(Lock held) =>
        held.IsOfBranch ? AllKinds : [.. held.Scopes.Where(s => s is { Kind: not null, Element: null }).Select(s => s.Kind!.Value)];

    /// <summary>Writes down what became of an indexing.</summary>
    internal static void Record(Journal journal, Branch branch, Lock held, string verb, string? reason) =>
        journal.Record(TargetTypes.Indexing, held.Id, verb, entry => entry with
        {
            Branch = branch.Name.Value,
            Commit = held.ReadAt.IsEmpty ? null : held.ReadAt.Value,
            Issues = held.Issue is null ? [] : [held.Issue],
            Reason = reason,
        });
}
