using Oms.Domain.Storage;

namespace Oms.Domain.History;

/// <summary>
/// Walks the history from children to parents, highest generation first. A commit's generation is above its ancestors', so when a commit
/// comes up, all that leads to it has been seen, and each is looked at once; cost follows the commits since the merge base.
/// </summary>
/// <param name="load">Reads a commit, as <see cref="IStore.GetCommitAsync"/>; a commit that is named and not there is <c>STORE_DAMAGED</c>.</param>
public sealed class Ancestry(Func<ObjectHash, ValueTask<CommitRecord?>> load)
{
    /// <summary>Counts how far two commits are apart, and finds where they parted.</summary>
    /// <exception cref="StoreException">A commit is missing.</exception>
    public async ValueTask<Divergence> CompareAsync(ObjectHash first, ObjectHash second)
    {
        var walk = new DivergenceWalk();
        await AddAsync(walk, first, Sides.First);
        await AddAsync(walk, second, Sides.Second);
        while (walk.TryNext(out var commit, out var sides))
            foreach (var parent in commit.Commit.Parents)
                await AddAsync(walk, parent, sides);
        return walk.Outcome();
    }

    /// <summary>True when a commit is the other, or one of its ancestors.</summary>
    /// <exception cref="StoreException">A commit is missing.</exception>
    public async ValueTask<bool> IsAncestorAsync(ObjectHash ancestor, ObjectHash descendant)
    {
        var sought = await LoadAsync(ancestor);
        var seen = new HashSet<ObjectHash> { descendant };
        var open = new Stack<ObjectHash>([descendant]);
        while (open.TryPop(out var id))
        {
            if (id == ancestor)
                return true;
            var commit = await LoadAsync(id);
            if (commit.Generation <= sought.Generation)
                continue;
            foreach (var parent in commit.Commit.Parents)
                if (seen.Add(parent))
                    open.Push(parent);
        }

        return false;
    }

    /// <summary>A commit and its ancestors, highest generation first; of one generation the later one first. Each once.</summary>
    /// <exception cref="StoreException">A commit is missing.</exception>
    public async IAsyncEnumerable<CommitRecord> LogAsync(ObjectHash start)
    {
        var seen = new HashSet<ObjectHash> { start };
        var open = new PriorityQueue<CommitRecord, (int, long, ObjectHash)>();
        Enqueue(await LoadAsync(start));
        while (open.TryDequeue(out var commit, out _))
        {
            yield return commit;
            foreach (var parent in commit.Commit.Parents)
                if (seen.Add(parent))
                    Enqueue(await LoadAsync(parent));
        }

        void Enqueue(CommitRecord commit) => open.Enqueue(commit, (-commit.Generation, -commit.Commit.Time.UtcTicks, commit.Id));
    }

    private async ValueTask AddAsync(DivergenceWalk walk, ObjectHash id, Sides sides)
    {
        if (!walk.TryMark(id, sides))
            walk.Open(await LoadAsync(id), sides);
    }

    private async ValueTask<CommitRecord> LoadAsync(ObjectHash id) =>
        await load(id) ?? throw new StoreException("STORE_DAMAGED", $"commit {id.Short} is missing");
}
