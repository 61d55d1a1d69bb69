using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Locks;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Graph.Registry;

/// <summary>
/// The registry in memory over its store: reads that do not touch the database once warm, and the one path on which commands write
/// (load, decide, commit, answer). One per process; every member may be called from several threads at once.
/// </summary>
internal sealed class OntologyRegistry
{
    private readonly BranchTable branches;
    private readonly SnapshotCache snapshots;
    private readonly LeastRecentlyUsed<ObjectHash, CommitRecord> commits;
    private readonly WriteGates gates = new();
    private readonly TimeProvider time;
    private readonly UuidSource ids;
    private readonly Doorbell doorbell;

    /// <summary>Wraps a store. The time is the store's own where several servers share it (<see cref="StoreClock"/>).</summary>
    public OntologyRegistry(IStore store, TimeProvider time, UuidSource ids, Doorbell doorbell, RegistryOptions options)
    {
        Store = store;
        Options = options;
        this.time = time;
        this.ids = ids;
        this.doorbell = doorbell;
        branches = new BranchTable(store);
        snapshots = new SnapshotCache(store, options.MaxSnapshots);
        commits = new LeastRecentlyUsed<ObjectHash, CommitRecord>(options.MaxCommits);
    }

    /// <summary>Where everything is kept, for reads that go past the memory: audit, logs, events.</summary>
    internal IStore Store { get; }

    /// <summary>How this registry behaves.</summary>
    internal RegistryOptions Options { get; }

    /// <summary>A branch; null when there is none of this name. A lock past its end is ended first.</summary>
    internal async ValueTask<Branch?> GetBranchAsync(BranchName name, CancellationToken cancellationToken) =>
        await EndedAsync(await branches.FindAsync(name, cancellationToken), cancellationToken);

    /// <summary>As <see cref="GetBranchAsync"/>, and no older than what the store has now.</summary>
    internal async ValueTask<Branch?> GetCurrentBranchAsync(BranchName name, CancellationToken cancellationToken) =>
        await EndedAsync(await LoadCurrentBranchAsync(name, cancellationToken), cancellationToken);

    /// <summary>
    /// A branch as this server knows it, perhaps with a lock past its end, for a decision to settle. For the branch that a command writes,
    /// whose gate it holds: the write holds what was decided against the store.
    /// </summary>
    internal ValueTask<Branch?> LoadBranchAsync(BranchName name, CancellationToken cancellationToken) =>
        branches.FindAsync(name, cancellationToken);

    /// <summary>
    /// As <see cref="LoadBranchAsync"/>, and no older than what the store has now. For a branch that a command reads and does not write, and for
    /// who must not decide on yesterday's: what another server has written is heard of a moment later.
    /// </summary>
    internal async ValueTask<Branch?> LoadCurrentBranchAsync(BranchName name, CancellationToken cancellationToken)
    {
        if (Store.IsShared)
            await branches.RefreshAsync(name, cancellationToken);
        return await branches.FindAsync(name, cancellationToken);
    }

    /// <summary>Every branch, in the order of names. Locks past their end are ended first.</summary>
    internal async ValueTask<ImmutableArray<Branch>> GetBranchesAsync(CancellationToken cancellationToken)
    {
        await EndLocksAsync(cancellationToken);
        return await branches.AllAsync(cancellationToken);
    }

    /// <summary>A commit; null when there is none of this id.</summary>
    internal async ValueTask<CommitRecord?> GetCommitAsync(ObjectHash id, CancellationToken cancellationToken)
    {
        if (commits.TryGet(id, out var known))
            return known;
        var record = await Store.GetCommitAsync(id, cancellationToken);
        if (record is not null)
            commits.Put(id, record);
        return record;
    }

    /// <summary>The ontology at a commit; null when there is no commit of this id.</summary>
    /// <exception cref="StoreException">An object is missing, or the store failed.</exception>
    internal async ValueTask<Snapshot?> GetSnapshotAsync(ObjectHash commit, CancellationToken cancellationToken) =>
        await GetCommitAsync(commit, cancellationToken) is { } record
            ? await snapshots.GetAsync(record.Commit.Tree, cancellationToken)
            : null;

    /// <summary>The ontology at a commit that the history names.</summary>
    /// <exception cref="StoreException">STORE_DAMAGED: there is no commit of this id, or an object of it is missing; or the store failed.</exception>
    internal async ValueTask<Snapshot> RequireSnapshotAsync(ObjectHash commit, CancellationToken cancellationToken) =>
        await GetSnapshotAsync(commit, cancellationToken) ?? throw new StoreException("STORE_DAMAGED", $"commit {commit.Short} is missing");

    /// <summary>What a decision is given: this actor, now, new identities.</summary>
    internal CommandContext ContextFor(Actor actor, string correlationId) => new(actor, time.GetUtcNow(), correlationId, ids.Next);

    /// <summary>Identities for new elements, members and requests.</summary>
    internal UuidSource Ids => ids;

    /// <summary>Begins the registry where the store is still empty. Safe to call at every start.</summary>
    internal async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        if (await branches.FindAsync(BranchName.Main, cancellationToken) is null)
            await WriteAsync(FoundRegistry.Decide(ContextFor(Actor.System, $"start-{ids.Next():N}"), Options.Branches), null);
    }

    /// <summary>Carries a command on a branch out, as the overload does.</summary>
    internal ValueTask<Result<TAnswer>> ExecuteAsync<TAnswer>(
        CommandContext context,
        BranchName branch,
        RefusedAttempt attempt,
        Func<CancellationToken, ValueTask<Result<Decided<TAnswer>>>> decide,
        Idempotency<TAnswer>? idempotency,
        CancellationToken cancellationToken)
    {
        return ExecuteAsync(context, branch.Value, attempt, DecideAsync, idempotency, cancellationToken);

        // What is accepted is held against the store by the write; what is refused must be held against it too. The news may have come while it
        // was decided, so what counts is what the decision was given, not whether the store is ahead by now.
        async ValueTask<Result<Decided<TAnswer>>> DecideAsync(CancellationToken token)
        {
            var given = await branches.FindAsync(branch, token);
            var decision = await decide(token);
            return decision.IsOk || (await LoadCurrentBranchAsync(branch, token))?.Version == given?.Version ? decision : await decide(token);
        }
    }

    /// <summary>
    /// Carries a command out: decide, commit, answer. What is refused leaves an audit entry of its own. What another wrote in
    /// between is loaded and decided anew, <see cref="RegistryOptions.MaxAttempts"/> times at most; a decision that depends on the head
    /// that the client saw must therefore hold the head against it each time.
    /// </summary>
    /// <typeparam name="TAnswer">The answer.</typeparam>
    /// <param name="context">Who asks, when.</param>
    /// <param name="place">What is written: the name of a branch or of a document. Writers of one place wait for each other.</param>
    /// <param name="attempt">What to write down when it is refused.</param>
    /// <param name="decide">Loads and decides; called again for each attempt.</param>
    /// <param name="idempotency">The client's key; looked up before each attempt. Null where it sent none.</param>
    /// <param name="cancellationToken">Ends the wait for the place, and what is loaded; never a write that has begun.</param>
    internal async ValueTask<Result<TAnswer>> ExecuteAsync<TAnswer>(
        CommandContext context,
        string place,
        RefusedAttempt attempt,
        Func<CancellationToken, ValueTask<Result<Decided<TAnswer>>>> decide,
        Idempotency<TAnswer>? idempotency,
        CancellationToken cancellationToken)
    {
        using var pass = await gates.EnterAsync(place, cancellationToken);
        for (var tries = 0; tries < Options.MaxAttempts; tries++)
        {
            if (idempotency is not null && await Store.GetAnswerAsync(idempotency.Key, cancellationToken) is { } known)
                return await RepeatAsync(context, attempt, idempotency.Repeat(known));
            var decision = await decide(cancellationToken);
            if (!decision.IsOk)
                return await RefuseAsync<TAnswer>(context, attempt, decision.Refusals);
            switch (await WriteAsync(decision.Value.Change, decision.Value.After))
            {
                case CommitOutcome.Committed:
                    return decision.Value.Answer();
                case CommitOutcome.Answered answered when idempotency is not null:
                    return await RepeatAsync(context, attempt, idempotency.Repeat(answered.Answer));
                case CommitOutcome.BranchMoved or CommitOutcome.DocumentMoved:
                    break;
                case var other:
                    throw new InvalidOperationException($"the store gave {other.GetType().Name} for a change that can not have it");
            }
        }

        return await RefuseAsync<TAnswer>(context, attempt, [new WriteContended(place, Options.MaxAttempts)]);
    }

    /// <summary>Writes down that a mutation was refused, and gives the refusal.</summary>
    internal async ValueTask<Result<TAnswer>> RefuseAsync<TAnswer>(
        CommandContext context, RefusedAttempt attempt, ImmutableArray<Refusal> refusals)
    {
        await WriteAsync(attempt.ToChange(context, refusals), null);
        return refusals;
    }

    /// <summary>
    /// Commits a change, takes it into memory and rings. Not to be cancelled: a change that may be half-way must be known whole.
    /// </summary>
    /// <param name="change">What to write.</param>
    /// <param name="after">The ontology after it, where the change makes a commit and it is known.</param>
    internal async ValueTask<CommitOutcome> WriteAsync(Change change, Snapshot? after)
    {
        var outcome = await Store.CommitAsync(change, CancellationToken.None);
        if (outcome is CommitOutcome.BranchMoved { Actual: { } actual })
            branches.Put(actual);
        if (outcome is not CommitOutcome.Committed)
            return outcome;
        foreach (var commit in change.Commits)
            commits.Put(commit.Id, commit);
        if (after is not null)
            snapshots.Put(after);
        foreach (var write in change.Branches)
            branches.Put(write.Branch);
        doorbell.Ring();
        return outcome;
    }

    private async ValueTask<Result<TAnswer>> RepeatAsync<TAnswer>(CommandContext context, RefusedAttempt attempt, Result<TAnswer> repeated) =>
        repeated.IsOk ? repeated : await RefuseAsync<TAnswer>(context, attempt, repeated.Refusals);

    /// <summary>Takes in what another process has written to the store, and rings.</summary>
    internal async ValueTask RefreshAsync(CancellationToken cancellationToken)
    {
        await branches.RefreshAsync(cancellationToken);
        doorbell.Ring();
    }

    /// <summary>Ends every lock that is past its time.</summary>
    internal async ValueTask EndLocksAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var branch in await branches.AllAsync(cancellationToken))
            if (LockExpiry.IsDue(branch, now))
                await EndLockAsync(branch, cancellationToken);
    }

    private async ValueTask<Branch?> EndedAsync(Branch? branch, CancellationToken cancellationToken) =>
        branch is null || !LockExpiry.IsDue(branch, time.GetUtcNow()) ? branch : await EndLockAsync(branch, cancellationToken);

    private async ValueTask<Branch> EndLockAsync(Branch due, CancellationToken cancellationToken)
    {
        using var pass = await gates.EnterAsync(due.Name.Value, cancellationToken);
        for (var tries = 0; tries < Options.MaxAttempts; tries++)
        {
            var branch = await branches.FindAsync(due.Name, cancellationToken) ?? due;
            var change = LockExpiry.Decide(ContextFor(Actor.System, $"expiry-{ids.Next():N}"), branch);
            if (change is null)
                return branch;
            await WriteAsync(change, null);
        }

        return due;
    }
}
