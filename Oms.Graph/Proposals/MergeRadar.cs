using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.Merging;
using Oms.Domain.Proposals;
using Oms.Domain.Storage;
using Oms.Graph.Events;
using Oms.Graph.Merging;
using Oms.Graph.Registry;

namespace Oms.Graph.Proposals;

/// <summary>
/// Keeps in memory what merging open branches would come to: each into its target, and those of one target with each other. A commit works out
/// anew the pairs of its branch only, and a merge enters only what differs by hash. Answers that were kept count.
/// </summary>
internal sealed class MergeRadar(
    OntologyRegistry registry, ProposalTable proposals, MergeCommand merging, BranchNews news, TimeProvider time, ILogger<MergeRadar> log)
    : BackgroundService
{
    /// <summary>Branches that are watched at most: those with proposals first, then those that moved last.</summary>
    internal const int MaxBranches = 100;

    private const int MaxKeptNews = 1_000;

    private readonly Doorbell bell = new();
    private readonly Dictionary<BranchName, long> moved = [];
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
        var pairs = PairsOf(watched, touched);
        foreach (var ((into, from), isSideBySide) in pairs)
            if (await registry.LoadBranchAsync(into, cancellationToken) is { } one && await registry.LoadBranchAsync(from, cancellationToken) is { } other)
                await PredictAsync(one, other, isSideBySide, cancellationToken);
        foreach (var (key, known) in found)
            if (!pairs.ContainsKey(key) && (touched is null || touched.Contains(key.Into) || touched.Contains(key.From) || !names.Contains(key.From)))
                Forget(known);
        watchedBefore = names;
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

    private static Dictionary<(BranchName Into, BranchName From), bool> PairsOf(
        List<(Branch Branch, ImmutableArray<BranchName> Targets)> watched, HashSet<BranchName>? touched)
    {
        var pairs = new Dictionary<(BranchName, BranchName), bool>();
        foreach (var (branch, targets) in watched)
            foreach (var target in targets)
                if (IsTouched(target) || IsTouched(branch.Name))
                    pairs[(target, branch.Name)] = false;
        for (var i = 0; i < watched.Count; i++)
            if (IsTouched(watched[i].Branch.Name))
                for (var j = 0; j < watched.Count; j++)
                    if (i != j && watched[i].Targets.AsSpan().IndexOfAny(watched[j].Targets.AsSpan()) >= 0)
                    {
                        var (one, other) = (watched[i].Branch.Name, watched[j].Branch.Name);
                        pairs.TryAdd(one.CompareTo(other) < 0 ? (one, other) : (other, one), true);
                    }

        return pairs;

        bool IsTouched(BranchName name) => touched is null || touched.Contains(name);
    }

    private async ValueTask PredictAsync(Branch into, Branch from, bool isSideBySide, CancellationToken cancellationToken)
    {
        var known = found.GetValueOrDefault((into.Name, from.Name));
        if (known is { IsGone: false } && known.IntoHead == into.Head && known.FromHead == from.Head)
            return;
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
