using Oms.Domain.History;

namespace Oms.Graph.History;

/// <summary>
/// Goes through a commit's ancestors, itself first, newest first: by generation, then time, then id, so that no commit comes before one
/// that follows it, and the walk can be taken up again from what was pending.
/// </summary>
internal sealed class CommitWalk(CommitLookup commits)
{
    private readonly PriorityQueue<CommitRecord, CommitRecord> pending = new(NewestFirst);
    private readonly HashSet<ObjectHash> queued = [];

    private static Comparer<CommitRecord> NewestFirst { get; } = Comparer<CommitRecord>.Create(Compare);

    /// <summary>What is still to be gone through; the walk can start again from there.</summary>
    internal IEnumerable<ObjectHash> Frontier => queued;

    /// <summary>True when nothing is left.</summary>
    internal bool IsDone => pending.Count == 0;

    /// <summary>The generation of the commit that comes next; 0 when none does.</summary>
    internal int NextGeneration => pending.TryPeek(out var next, out _) ? next.Generation : 0;

    /// <summary>Adds a commit to go through, unless it waits already.</summary>
    internal async ValueTask AddAsync(ObjectHash id, CancellationToken cancellationToken)
    {
        if (!queued.Add(id))
            return;
        var record = await commits.GetAsync(id, cancellationToken);
        pending.Enqueue(record, record);
    }

    /// <summary>The next commit; null when none is left. Its parents wait then.</summary>
    internal async ValueTask<CommitRecord?> NextAsync(CancellationToken cancellationToken)
    {
        if (!pending.TryDequeue(out var record, out _))
            return null;
        queued.Remove(record.Id);
        foreach (var parent in record.Commit.Parents)
            await AddAsync(parent, cancellationToken);
        return record;
    }

    private static int Compare(CommitRecord? a, CommitRecord? b)
    {
        var order = b!.Generation.CompareTo(a!.Generation);
        if (order == 0)
            order = b.Commit.Time.CompareTo(a.Commit.Time);
        return order != 0 ? order : a.Id.CompareTo(b.Id);
    }
}
