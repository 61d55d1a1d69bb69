using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.History;

/// <summary>
/// Finds who last changed each part of an element. A commit whose element has the hash that one of its parents has is passed by unread, so the cost
/// follows the commits that changed the element; of the others it takes only what stands in their records.
/// </summary>
/// <param name="commits">A commit by its id.</param>
/// <param name="definitions">The canonical bytes of a definition.</param>
public sealed class Blame(Func<ObjectHash, ValueTask<CommitRecord>> commits, Func<ObjectHash, ValueTask<ReadOnlyMemory<byte>>> definitions)
{
    private readonly Dictionary<ObjectHash, ObjectHash> hashes = [];
    private readonly Dictionary<ObjectHash, Dictionary<(MemberId? Member, string? Field), string>> contents = [];
    private readonly Dictionary<ObjectHash, (CommitRecord Commit, HashSet<(MemberId? Member, string? Field)> Parts)> open = [];
    private readonly PriorityQueue<ObjectHash, int> queue = new();

    /// <summary>Blames every part of an element as it is at a commit; empty where it is not there. For one call.</summary>
    /// <param name="element">The element.</param>
    /// <param name="at">The commit.</param>
    /// <returns>The element first, then its fields, then each member with its fields.</returns>
    public async ValueTask<ImmutableArray<BlameLine>> RunAsync(ElementId element, ObjectHash at)
    {
        var start = await commits(at);
        var hash = await HashAsync(element, start);
        if (hash.IsEmpty)
            return [];
        var parts = (await ContentAsync(hash)).Keys.ToList();
        var found = new Dictionary<(MemberId?, string?), CommitRecord>();
        Open(start, parts);
        while (queue.TryDequeue(out var id, out _))
        {
            open.Remove(id, out var pending);
            await PassOnAsync(element, pending.Commit, pending.Parts);
            foreach (var part in pending.Parts)
                found[part] = pending.Commit;
        }

        // Members stand in their order already, each before its fields.
        return [.. parts.OrderBy(p => p switch { { Member: not null } => 2, { Field: not null } => 1, _ => 0 })
            .Select(p => new BlameLine(p.Member, p.Field, found[p]))];
    }

    // What a parent has alike is the parent's to answer for, or its ancestors'; what is left is this commit's own.
    private async ValueTask PassOnAsync(ElementId element, CommitRecord commit, HashSet<(MemberId? Member, string? Field)> parts)
    {
        var hash = await HashAsync(element, commit);
        var parents = new List<(CommitRecord Commit, ObjectHash Hash)>(commit.Commit.Parents.Length);
        foreach (var id in commit.Commit.Parents)
        {
            var parent = await commits(id);
            var before = await HashAsync(element, parent);
            if (before == hash)
            {
                Open(parent, parts);
                parts.Clear();
                return;
            }

            parents.Add((parent, before));
        }

        foreach (var (parent, before) in parents)
        {
            if (before.IsEmpty || parts.Count == 0)
                continue;
            var (now, then) = (await ContentAsync(hash), await ContentAsync(before));
            var same = parts.Where(p => then.TryGetValue(p, out var text) && text == now[p]).ToList();
            Open(parent, same);
            parts.ExceptWith(same);
        }
    }

    private void Open(CommitRecord commit, IReadOnlyCollection<(MemberId? Member, string? Field)> parts)
    {
        if (parts.Count == 0)
            return;
        if (!open.TryGetValue(commit.Id, out var pending))
        {
            open[commit.Id] = pending = (commit, []);
            queue.Enqueue(commit.Id, -commit.Generation);
        }

        pending.Parts.UnionWith(parts);
    }

    // A commit's record says what it did against its first parent, so the hash is that of the nearest on that line which changed the element.
    private async ValueTask<ObjectHash> HashAsync(ElementId element, CommitRecord commit)
    {
        var line = new List<ObjectHash>();
        ObjectHash hash = default;
        for (var now = commit; ; now = await commits(now.Commit.Parents[0]))
        {
            if (hashes.TryGetValue(now.Id, out hash))
                break;
            line.Add(now.Id);
            if (now.Changes.FirstOrDefault(c => c.Element == element) is { } change)
            {
                hash = change.After;
                break;
            }

            if (now.Commit.Parents.IsEmpty)
                break;
        }

        foreach (var id in line)
            hashes[id] = hash;
        return hash;
    }

    private async ValueTask<Dictionary<(MemberId? Member, string? Field), string>> ContentAsync(ObjectHash hash)
    {
        if (!contents.TryGetValue(hash, out var parts))
            contents[hash] = parts = BlameParts.Of(await definitions(hash));
        return parts;
    }
}
