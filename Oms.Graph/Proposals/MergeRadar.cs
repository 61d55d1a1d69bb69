using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Merging;
using Oms.Domain.Proposals;
using Oms.Domain.Storage;
using Oms.Graph.Events;
using Oms.Graph.History;
using Oms.Graph.Merging;
using Oms.Graph.Registry;

namespace Oms.Graph.Proposals;

/// <summary>
/// Keeps in memory what merging open branches would come to: each into its target, and those of one target with each other where their changes
/// meet. A commit works out anew only the pairs of its branch that its change can meet, and a merge enters only what differs by hash. Answers that
/// were kept count.
/// </summary>
internal sealed class MergeRadar(
    OntologyRegistry registry, CommitLookup commits, ProposalTable proposals, MergeCommand merging, BranchNews news, TimeProvider time, ILogger<MergeRadar> log)
    : BackgroundService
{
    /// <summary>Branches that are watched at most: those with proposals first, then those that moved last.</summary>
    internal const int MaxBranches = 1_000;

    private const int MaxKeptNews = 1_000;

    private readonly Doorbell bell = new();
    private readonly Dictionary<BranchName, long> moved = [];
    private readonly FootprintIndex index = new();
    private volatile ImmutableDictionary<(BranchName Into, BranchName From), PredictedMerge> found =
        ImmutableDictionary<(BranchName, BranchName), PredictedMerge>.Empty;
    private HashSet<BranchName> watchedBefore = [];
    private long batches;
    private long number;

    /// <summary>What is predicted now, in the order of names: pairs with questions only, or all.</summary>
    internal IEnumerable<PredictedMerge> Predictions(bool withQuestionsOnly) => found.Values
        .Where(p => !p.IsGone && (!withQuestionsOnly || p.OpenConflicts > 0)).OrderBy(p => p.Into).ThenBy(p => p.From);

    /// <summary>What is predicted otherwise from now on, each pair as it is when it is taken, so that a slow reader misses no last word.</summary>
    internal async IAsyncEnumerable<PredictedMerge> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = Volatile.Read(ref number);
        while (true)
        {
            var next = bell.Next;
            foreach (var prediction in found.Values.Where(p => p.Number > seen).OrderBy(p => p.Number))
            {
                seen = prediction.Number;
                yield return prediction;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var branches in news.BatchesAsync(Pick, stoppingToken))
            await TryAsync(branches, stoppingToken);
    }

    private static BranchName? Pick(LoggedEvent entry) => entry switch
    {
        { Record: { Type: EventTypes.BranchUpdated or EventTypes.BranchStateChanged, Branch: { } branch } } => BranchName.Trusted(branch),
        { Message: ProposalUpdate { Change: ProposalChangeKind.Created or ProposalChangeKind.Reopened } update } => BranchName.Trusted(update.SourceName),
        _ => null,
    };

    private async ValueTask TryAsync(IReadOnlySet<BranchName>? only, CancellationToken cancellationToken)
    {
        batches++;
        foreach (var branch in only ?? new HashSet<BranchName>())
            moved[branch] = batches;
        try
        {
            await ScanAsync(only, cancellationToken);
        }
        catch (StoreException e)
        {
            // The next commit of a branch tries its pairs again.
            log.LogWarning(e, "merges could not be predicted: {Code}", e.Code);
        }
    }

    private async ValueTask ScanAsync(IReadOnlySet<BranchName>? only, CancellationToken cancellationToken)
    {
        var watched = await WatchedAsync(cancellationToken);
        var names = watched.Select(w => w.Branch.Name).ToHashSet();
        // A branch that comes into view has pairs that nobody has looked at.
        var touched = only is null ? null : only.Concat(names.Except(watchedBefore)).ToHashSet();
        await IndexAsync(watched, cancellationToken);
        foreach (var ((into, from), isSideBySide) in await PairsAsync(watched, touched, cancellationToken))
            if (await registry.LoadBranchAsync(into, cancellationToken) is { } one && await registry.LoadBranchAsync(from, cancellationToken) is { } other)
                await PredictAsync(one, other, isSideBySide, cancellationToken);
        foreach (var known in found.Values)
            if (known.IsGone || !(known.IsSideBySide ? index.Meet(known.Into, known.From) : index.Find(known.Into, known.From) is not null))
                Forget(known);
        watchedBefore = names;
    }

    private async ValueTask IndexAsync(List<(Branch Branch, ImmutableArray<BranchName> Targets)> watched, CancellationToken cancellationToken)
    {
        foreach (var (target, gone) in index.Known.Except(watched.SelectMany(w => w.Targets.Select(t => (t, w.Branch.Name)))).ToList())
            index.Remove(target, gone);
        foreach (var (branch, targets) in watched)
            foreach (var target in targets)
                if (!index.Has(target, branch.Name, branch.Head) && await registry.LoadBranchAsync(target, cancellationToken) is { } into)
                {
                    var parted = await MergeBase.FindAsync(commits.AncestryFor(cancellationToken), id => registry.RequireSnapshotAsync(id, cancellationToken), into.Head, branch.Head);
                    index.Put(target, branch.Name, branch.Head, ChangeFootprint.Of(parted.Snapshot, await registry.RequireSnapshotAsync(branch.Head, cancellationToken)));
                }
    }

    private async ValueTask<List<(Branch Branch, ImmutableArray<BranchName> Targets)>> WatchedAsync(CancellationToken cancellationToken)
    {
        var all = await registry.GetBranchesAsync(cancellationToken);
        var archived = all.Where(b => b.State == BranchState.Archived).Select(b => b.Name).ToHashSet();
        var proposed = (await proposals.AllAsync(cancellationToken)).Values.Where(p => p.IsAlive()).ToLookup(p => p.Source, p => p.Target);
        return [.. all
            .Where(b => b.Head != b.CreatedAtCommit && b.State != BranchState.Archived)
            .Select(b => (Branch: b, Targets: TargetsOf(b)))
            .Where(w => !w.Targets.IsEmpty)
            .OrderByDescending(w => proposed.Contains(w.Branch.Name))
            .ThenByDescending(w => moved.GetValueOrDefault(w.Branch.Name))
            .ThenByDescending(w => w.Branch.CreatedAt)
            .Take(MaxBranches)];

        ImmutableArray<BranchName> TargetsOf(Branch branch)
        {
            IEnumerable<BranchName> named = proposed.Contains(branch.Name) ? proposed[branch.Name] : branch.CreatedFrom is { } origin ? [origin] : [];
            return [.. named.Distinct().Where(t => !archived.Contains(t))];
        }
    }

    private async ValueTask<Dictionary<(BranchName Into, BranchName From), bool>> PairsAsync(
        List<(Branch Branch, ImmutableArray<BranchName> Targets)> watched, HashSet<BranchName>? touched, CancellationToken cancellationToken)
    {
        var pairs = new Dictionary<(BranchName, BranchName), bool>();
        var steps = new Dictionary<(ObjectHash, ObjectHash), ChangeFootprint>();
        foreach (var (branch, targets) in watched)
            foreach (var target in targets)
                if (IsTouched(branch.Name) || (IsTouched(target) && await CanDifferAsync(target, branch, steps, cancellationToken)))
                    pairs[(target, branch.Name)] = false;
        foreach (var (branch, targets) in watched.Where(w => IsTouched(w.Branch.Name)))
            foreach (var target in targets)
                if (index.Find(target, branch.Name) is { } footprint)
                    foreach (var other in index.Meeting(target, footprint).Where(o => o != branch.Name))
                        pairs.TryAdd(branch.Name.CompareTo(other) < 0 ? (branch.Name, other) : (other, branch.Name), true);
        return pairs;

        bool IsTouched(BranchName name) => touched is null || touched.Contains(name);
    }

    // A commit on a target asks anew those only whom it meets, and those who had questions; what was predicted of the others holds for its new head.
    private async ValueTask<bool> CanDifferAsync(
        BranchName target, Branch branch, Dictionary<(ObjectHash, ObjectHash), ChangeFootprint> steps, CancellationToken cancellationToken)
    {
        if (found.GetValueOrDefault((target, branch.Name)) is not { IsGone: false, OpenConflicts: 0 } known || known.FromHead != branch.Head
            || index.Find(target, branch.Name) is not { } footprint || await registry.LoadBranchAsync(target, cancellationToken) is not { } into)
            return true;
        if (!steps.TryGetValue((known.IntoHead, into.Head), out var step))
            steps[(known.IntoHead, into.Head)] = step = ChangeFootprint.Of(
                await registry.RequireSnapshotAsync(known.IntoHead, cancellationToken), await registry.RequireSnapshotAsync(into.Head, cancellationToken));
        if (step.Meets(footprint))
            return true;
        found = found.SetItem((target, branch.Name), known with { IntoHead = into.Head });
        return false;
    }

    private async ValueTask PredictAsync(Branch into, Branch from, bool isSideBySide, CancellationToken cancellationToken)
    {
        var known = found.GetValueOrDefault((into.Name, from.Name));
        if (known is { IsGone: false } && known.IntoHead == into.Head && known.FromHead == from.Head)
            return;
        RadarMetrics.Merges.Add(1);
        var tried = await merging.TryAsync(into, from.Head, from.Name, ProposalReader.NoAnswers, cancellationToken);
        ImmutableArray<Conflict> open = [.. tried.Result.Open];
        Put(known, new PredictedMerge
        {
            Into = into.Name, From = from.Name, IsSideBySide = isSideBySide, IntoHead = into.Head, FromHead = from.Head, OpenConflicts = open.Length,
            Told = [.. open.Take(PredictedMerge.MaxTold)], At = time.GetUtcNow(),
        });
    }

    // Only what people would want to hear of has a new number: other questions than before.
    private void Put(PredictedMerge? known, PredictedMerge now)
    {
        var isNews = now.OpenConflicts != (known?.OpenConflicts ?? 0) || !now.Told.Select(c => c.Id).SequenceEqual((known?.Told ?? []).Select(c => c.Id));
        found = found.SetItem((now.Into, now.From), now with { Number = isNews ? number + 1 : known?.Number ?? 0 });
        if (!isNews)
            return;
        Interlocked.Increment(ref number);
        bell.Ring();
    }

    private void Forget(PredictedMerge known)
    {
        if (known.OpenConflicts > 0)
            Put(known, known with { OpenConflicts = 0, Told = [], IsGone = true, At = time.GetUtcNow() });
        else if (!known.IsGone || known.Number + MaxKeptNews < number)
            found = found.Remove((known.Into, known.From));
    }
}
