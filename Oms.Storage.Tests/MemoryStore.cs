using System.Collections.Immutable;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Storage;

namespace Oms.Storage.Tests;

/// <summary>
/// A store in memory that is as strict as a real one: it keeps bytes, never references, so that nothing is shared with its callers by
/// accident, and it refuses what a database's rules would refuse. It passes the same contract as every other store.
/// </summary>
public sealed class MemoryStore : IStore
{
    private readonly Lock gate = new();
    private State state = State.Empty;
    private StoreException? failure;
    private bool isDisposed;

    /// <summary>Lets the next change fail as a store fails, with nothing written.</summary>
    public void FailNext(StoreException next) => failure = next;

    /// <inheritdoc/>
    public ValueTask<CommitOutcome> CommitAsync(Change change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ChangeShape.Check(change);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            if (Interlocked.Exchange(ref failure, null) is { } next)
                throw next;
            if (TurnAway(state, change) is { } outcome)
                return new(outcome);
            (state, var committed) = Apply(state, change);
            return new(committed);
        }
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken) =>
        new(DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()));

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>?> GetObjectAsync(ObjectHash hash, CancellationToken cancellationToken) =>
        new(Now(cancellationToken).Objects.TryGetValue(hash, out var bytes) ? Copy(bytes) : (ReadOnlyMemory<byte>?)null);

    /// <inheritdoc/>
    public ValueTask<ImmutableDictionary<ObjectHash, ReadOnlyMemory<byte>>> GetObjectsAsync(
        IReadOnlyCollection<ObjectHash> hashes, CancellationToken cancellationToken)
    {
        var now = Now(cancellationToken);
        return new(hashes.Distinct().Where(now.Objects.ContainsKey).ToImmutableDictionary(h => h, h => Copy(now.Objects[h])));
    }

    /// <inheritdoc/>
    public ValueTask<CommitRecord?> GetCommitAsync(ObjectHash id, CancellationToken cancellationToken) =>
        new(Now(cancellationToken).Commits.TryGetValue(id, out var kept) ? Read<CommitRecord>(kept.Content) : null);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ObjectHash>> FindCommitsAsync(string prefix, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var now = Now(cancellationToken);
        return prefix.Length < 4 || prefix.Any(c => !char.IsAsciiHexDigitLower(c))
            ? new([])
            : new([.. now.Commits.Keys.Where(k => k.Value.StartsWith(prefix, StringComparison.Ordinal)).Order().Take(10)]);
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<CommitRecord>> GetCommitsOfElementAsync(ElementId element, CancellationToken cancellationToken) =>
        new(CommitsWhere(r => r.Changes.Any(c => c.Element == element), cancellationToken));

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<CommitRecord>> GetCommitsOfIssueAsync(string issue, CancellationToken cancellationToken) =>
        new(CommitsWhere(r => r.Commit.Issues.Contains(issue), cancellationToken));

    /// <inheritdoc/>
    public ValueTask<Branch?> GetBranchAsync(BranchName name, CancellationToken cancellationToken) =>
        new(Now(cancellationToken).Branches.TryGetValue(name, out var bytes) ? Read<Branch>(bytes) : null);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<Branch>> GetBranchesAsync(CancellationToken cancellationToken) =>
        new([.. Now(cancellationToken).Branches.Values.Select(b => Read<Branch>(b)).OrderBy(b => b.Name)]);

    /// <inheritdoc/>
    public ValueTask<ObjectHash?> GetHeadAtAsync(BranchName name, DateTimeOffset time, CancellationToken cancellationToken)
    {
        var moment = time.ToUnixTimeMilliseconds();
        foreach (var head in Now(cancellationToken).Heads.Reverse())
            if (head.Branch == name && head.Since <= moment)
                return new(head.Head);
        return new((ObjectHash?)null);
    }

    /// <inheritdoc/>
    public ValueTask<Page<AuditEntry>> GetAuditAsync(AuditFilter filter, long? before, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var matching = Now(cancellationToken).Audit.Select(a => Read<AuditEntry>(a)).Where(filter.Matches).Reverse().ToList();
        var page = matching.Where(e => before is null || e.Sequence < before).ToList();
        return new(new Page<AuditEntry>([.. page.Take(count)], matching.Count, page.Count > count));
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<AuditEntry>> GetAuditAfterAsync(long sequence, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new([.. Now(cancellationToken).Audit.Skip(FirstAfter(sequence)).Take(count).Select(a => Read<AuditEntry>(a))]);
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<EventRecord>> GetEventsAfterAsync(long sequence, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new([.. Now(cancellationToken).Events.Skip(FirstAfter(sequence)).Take(count).Select(e => Read<EventRecord>(e))]);
    }

    /// <inheritdoc/>
    public ValueTask<long> GetLastSequenceAsync(CancellationToken cancellationToken) => new(Now(cancellationToken).Events.Count);

    /// <inheritdoc/>
    public ValueTask<StoredDocument?> GetDocumentAsync(string kind, string key, CancellationToken cancellationToken) =>
        new(Now(cancellationToken).Documents.TryGetValue((kind, key), out var kept) ? kept with { Content = Copy(kept.Content.ToArray()) } : null);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<StoredDocument>> GetDocumentsAsync(string kind, string? after, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new(
        [
            .. Now(cancellationToken).Documents.Values
                .Where(d => d.Kind == kind && string.CompareOrdinal(d.Key, after) > 0)
                .OrderBy(d => d.Key, StringComparer.Ordinal).Take(count).Select(d => d with { Content = Copy(d.Content.ToArray()) }),
        ]);
    }

    /// <inheritdoc/>
    public bool IsShared => false;

    /// <inheritdoc/>
    public async ValueTask WaitForNewsAsync(CancellationToken cancellationToken) => await Task.Delay(Timeout.Infinite, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IdempotentAnswer?> GetAnswerAsync(string key, CancellationToken cancellationToken) =>
        new(Now(cancellationToken).Answers.GetValueOrDefault(key));

    // There is no disk to take less of.
    /// <inheritdoc/>
    public ValueTask<CompactionOutcome> CompactAsync(CompactionExtent extent, CancellationToken cancellationToken)
    {
        Now(cancellationToken);
        return new(new CompactionOutcome(0, 0, 0, 0, 0));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        lock (gate)
            isDisposed = true;
        return ValueTask.CompletedTask;
    }

    private State Now(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            return state;
        }
    }

    private ImmutableArray<CommitRecord> CommitsWhere(Func<CommitRecord, bool> condition, CancellationToken cancellationToken) =>
    [
        .. Now(cancellationToken).Commits.Values.OrderByDescending(c => c.Sequence)
            .Select(c => Read<CommitRecord>(c.Content)).Where(condition),
    ];

    private static CommitOutcome? TurnAway(State now, Change change)
    {
        if (change.InboxId is { } id && now.Inbox.Contains(id))
            return new CommitOutcome.AlreadyDone(id);
        if (change.Answer is { } answer && now.Answers.TryGetValue(answer.Key, out var kept))
            return new CommitOutcome.Answered(kept);
        foreach (var write in change.Branches)
        {
            var actual = now.Branches.TryGetValue(write.Branch.Name, out var bytes) ? Read<Branch>(bytes) : null;
            if ((actual?.Version ?? 0) != write.ExpectedVersion)
                return new CommitOutcome.BranchMoved(write.Branch.Name, actual);
        }

        foreach (var write in change.Documents)
            if (now.Documents.GetValueOrDefault((write.Kind, write.Key))?.Version is var actual && (actual ?? 0) != write.ExpectedVersion)
                return new CommitOutcome.DocumentMoved(write.Kind, write.Key, actual ?? 0);

        return null;
    }

    private static (State After, CommitOutcome.Committed Outcome) Apply(State now, Change change)
    {
        foreach (var stored in change.Objects)
            now = now with { Objects = now.Objects.ContainsKey(stored.Hash) ? now.Objects : now.Objects.Add(stored.Hash, stored.Bytes.ToArray()) };
        foreach (var commit in change.Commits)
            now = AddCommit(now, commit);
        foreach (var write in change.Branches)
            now = WriteBranch(now, change, write.Branch);
        foreach (var write in change.Documents)
            now = now with { Documents = now.Documents.SetItem((write.Kind, write.Key), new(write.Kind, write.Key, write.ExpectedVersion + 1, write.Content.ToArray())) };
        var audit = ImmutableArray.CreateBuilder<AuditEntry>();
        foreach (var decided in change.Audit)
            (now, audit) = AddAudit(now, decided, audit);
        var events = ImmutableArray.CreateBuilder<EventRecord>();
        foreach (var decided in change.Events)
            (now, events) = AddEvent(now, decided, events);
        if (change.InboxId is { } id)
            now = now with { Inbox = now.Inbox.Add(id) };
        if (change.Answer is { } answer)
            now = now with { Answers = now.Answers.Add(answer.Key, answer) };
        return (now, new(events.ToImmutable(), audit.ToImmutable()));
    }

    private static State AddCommit(State now, CommitRecord commit)
    {
        if (now.Commits.ContainsKey(commit.Id))
            return now;
        var generation = 1;
        foreach (var parent in commit.Commit.Parents)
        {
            if (!now.Commits.TryGetValue(parent, out var known))
                throw new ArgumentException($"parent {parent} of commit {commit.Id} is not in the store");
            generation = Math.Max(generation, known.Generation + 1);
        }

        if (generation != commit.Generation)
            throw new ArgumentException($"generation {commit.Generation} of commit {commit.Id} is not one more than its parents'");
        return now with { Commits = now.Commits.Add(commit.Id, new(now.Commits.Count + 1, generation, CanonicalJson.Write(commit))) };
    }

    private static State WriteBranch(State now, Change change, Branch branch)
    {
        if (!now.Commits.ContainsKey(branch.Head))
            throw new ArgumentException($"head {branch.Head} of {branch.Name} is not in the store");
        var isSame = now.Branches.TryGetValue(branch.Name, out var before) && Read<Branch>(before).Head == branch.Head;
        var after = now with { Branches = now.Branches.SetItem(branch.Name, CanonicalJson.Write(branch)) };
        if (isSame)
            return after;
        var last = now.Heads.Where(h => h.Branch == branch.Name).Select(h => h.Since).DefaultIfEmpty(long.MinValue).Max();
        var since = Math.Max(last, HeadMoment.Of(change, branch).ToUnixTimeMilliseconds());
        return after with { Heads = now.Heads.Add(new(branch.Name, since, branch.Head)) };
    }

    private static (State After, ImmutableArray<AuditEntry>.Builder Placed) AddAudit(
        State now, AuditEntry decided, ImmutableArray<AuditEntry>.Builder placed)
    {
        if (now.AuditIds.Contains(decided.Id))
            throw new ArgumentException($"audit entry {decided.Id} is there already");
        var entry = AuditChain.Link(decided, now.Audit.Count + 1, now.AuditHash);
        placed.Add(entry);
        return (
            now with { Audit = now.Audit.Add(CanonicalJson.Write(entry)), AuditHash = entry.Hash, AuditIds = now.AuditIds.Add(entry.Id) },
            placed);
    }

    private static (State After, ImmutableArray<EventRecord>.Builder Numbered) AddEvent(
        State now, EventRecord decided, ImmutableArray<EventRecord>.Builder numbered)
    {
        if (now.EventIds.Contains(decided.Id))
            throw new ArgumentException($"event {decided.Id} is there already");
        var record = decided with { Sequence = now.Events.Count + 1 };
        numbered.Add(record);
        return (now with { Events = now.Events.Add(CanonicalJson.Write(record)), EventIds = now.EventIds.Add(record.Id) }, numbered);
    }

    private static int FirstAfter(long sequence) => (int)Math.Clamp(sequence, 0, int.MaxValue);

    private static ReadOnlyMemory<byte> Copy(byte[] bytes) => bytes.AsSpan().ToArray();

    private static T Read<T>(byte[] bytes) => CanonicalJson.Read<T>(bytes);

    private sealed record State(
        ImmutableDictionary<ObjectHash, byte[]> Objects,
        ImmutableDictionary<ObjectHash, KeptCommit> Commits,
        ImmutableDictionary<BranchName, byte[]> Branches,
        ImmutableDictionary<(string Kind, string Key), StoredDocument> Documents,
        ImmutableList<KeptHead> Heads,
        ImmutableList<byte[]> Audit,
        string AuditHash,
        ImmutableHashSet<string> AuditIds,
        ImmutableList<byte[]> Events,
        ImmutableHashSet<string> EventIds,
        ImmutableHashSet<string> Inbox,
        ImmutableDictionary<string, IdempotentAnswer> Answers)
    {
        internal static readonly State Empty = new(
            ImmutableDictionary<ObjectHash, byte[]>.Empty,
            ImmutableDictionary<ObjectHash, KeptCommit>.Empty,
            ImmutableDictionary<BranchName, byte[]>.Empty,
            ImmutableDictionary<(string Kind, string Key), StoredDocument>.Empty,
            [],
            [],
            AuditChain.Origin,
            [],
            [],
            [],
            [],
            ImmutableDictionary<string, IdempotentAnswer>.Empty);
    }

    private sealed record KeptCommit(long Sequence, int Generation, byte[] Content);

    private sealed record KeptHead(BranchName Branch, long Since, ObjectHash Head);
}
