using System.Text.Json;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Storage;

namespace Oms.Storage.Verification;

/// <summary>
/// Checks every commit: its id against its bytes, its parents, generation and indexes, that the whole version it names can be read, and that what it is
/// said to have changed is what its tree and that of its first parent differ in.
/// </summary>
internal sealed class CommitCheck(StoredContent content, ObjectCheck objects, DamageList found)
{
    private const int PageSize = 500;
    private const int MaxKept = 16;

    private readonly Dictionary<ObjectHash, (long Sequence, int Generation, ObjectHash Tree)> commits = [];
    private readonly Dictionary<ObjectHash, Snapshot> snapshots = [];
    private readonly Queue<ObjectHash> kept = new();
    private Snapshot last = Snapshot.Empty;

    /// <summary>The ids of the commits there are.</summary>
    internal IReadOnlySet<ObjectHash> Ids => commits.Keys.ToHashSet();

    /// <summary>Every object that a commit leads to.</summary>
    internal HashSet<ObjectHash> Reached { get; } = [];

    internal void Run()
    {
        for (long after = 0; ;)
        {
            var page = content.Select(
                $"SELECT sequence, id, generation, content, changes FROM commits WHERE sequence > @p0 ORDER BY sequence LIMIT {PageSize}",
                r => new Row(r.GetInt64(0), ObjectHash.Trusted(r.GetString(1)), r.GetInt32(2), (byte[])r.GetValue(3), (byte[])r.GetValue(4)), after);
            foreach (var row in page)
                Check(row);
            if (page.Count < PageSize)
                return;
            after = page[^1].Sequence;
        }
    }

    private void Check(Row row)
    {
        if (row.Sequence != commits.Count + 1)
            Tell(row.Id, $"it has the number {row.Sequence}, after {commits.Count}");
        var bytes = content.Unpack(row.Content, DamageKind.Commit, row.Id.Value);
        var commit = bytes is null ? null : content.Read<Commit>(bytes, DamageKind.Commit, row.Id.Value);
        commits[row.Id] = (row.Sequence, row.Generation, commit?.Tree ?? default);
        Reached.Add(row.Id);
        if (!objects.IsThere(row.Id))
            found.Add(DamageKind.ObjectMissing, row.Id.Value, "the object of the commit is not there");
        if (bytes is null || commit is null)
            return;
        if (ObjectHash.Of(bytes) != row.Id)
            Tell(row.Id, $"its record hashes to {ObjectHash.Of(bytes)}");
        CheckParents(row, commit);
        CheckIssues(row, commit);
        CheckTree(row, commit);
    }

    private void CheckParents(Row row, Commit commit)
    {
        foreach (var parent in commit.Parents)
            if (!commits.TryGetValue(parent, out var known) || known.Sequence >= row.Sequence)
                Tell(row.Id, $"its parent {parent} is not among the commits before it");
        var generation = 1 + commit.Parents.Select(p => commits.GetValueOrDefault(p).Generation).DefaultIfEmpty(0).Max();
        if (row.Generation != generation)
            Tell(row.Id, $"its generation is {row.Generation}; its parents make it {generation}");
        var indexed = content.Select(
            "SELECT p.id FROM commit_parents i JOIN commits p ON p.sequence = i.parent WHERE i.\"commit\" = @p0 ORDER BY i.position", r => r.GetString(0), row.Sequence);
        if (!indexed.SequenceEqual(commit.Parents.Select(p => p.Value)))
            Tell(row.Id, $"the index of parents has {Listed(indexed)}; the commit says {Listed(commit.Parents.Select(p => p.Value))}");
    }

    private void CheckIssues(Row row, Commit commit)
    {
        var indexed = content.Select("SELECT issue FROM commit_issues WHERE \"commit\" = @p0", r => r.GetString(0), row.Sequence);
        if (!indexed.ToHashSet().SetEquals(commit.Issues))
            Tell(row.Id, $"the index of issues has {Listed(indexed)}; the commit says {Listed(commit.Issues)}");
    }

    private void CheckTree(Row row, Commit commit)
    {
        if (Load(row.Id, commit.Tree) is not { } after)
            return;
        var parentTree = commit.Parents is [var first, ..] ? commits.GetValueOrDefault(first).Tree : default;
        if (Load(row.Id, parentTree) is not { } before)
            return;
        foreach (var hash in NodesAndDefinitions(before, after))
            Reached.Add(hash);
        if (content.Unpack(row.Changes, DamageKind.CommitChanges, row.Id.Value) is not { } recorded)
            return;
        var actual = TreeDiff.Compare(before, after);
        if (!recorded.AsSpan().SequenceEqual(CanonicalJson.Write(actual)))
            found.Add(DamageKind.CommitChanges, row.Id.Value, $"what it is recorded with are not the {actual.Length} changes between its tree and its parent's");
        var indexed = content.Select("SELECT element FROM commit_elements WHERE \"commit\" = @p0", r => r.GetString(0), row.Sequence);
        if (!indexed.ToHashSet().SetEquals(actual.Select(c => c.Element.Value)))
            Tell(row.Id, $"the index of elements has {indexed.Count} of it, and it changed {actual.Length}");
    }

    private static IEnumerable<ObjectHash> NodesAndDefinitions(Snapshot before, Snapshot after) =>
        after.Map.NodesSince(before.Map).Select(n => n.Hash).Concat(after.Map.DifferencesFrom(before.Map).Where(d => !d.After.IsEmpty).Select(d => d.After));

    private Snapshot? Load(ObjectHash commit, ObjectHash tree)
    {
        if (tree.IsEmpty)
            return Snapshot.Empty;
        if (snapshots.TryGetValue(tree, out var known))
            return known;
        try
        {
            // Nothing here waits: the objects come from the connection at hand.
            last = SnapshotLoader.LoadAsync(tree, objects.FetchAsync, last).AsTask().GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is StoreException or JsonException or FormatException or KeyNotFoundException)
        {
            found.Add(DamageKind.ObjectMissing, tree.Value, $"the version of commit {commit} can not be read: {e.Message}");
            return null;
        }

        snapshots[tree] = last;
        kept.Enqueue(tree);
        if (kept.Count > MaxKept)
            snapshots.Remove(kept.Dequeue());
        return last;
    }

    private void Tell(ObjectHash commit, string message) => found.Add(DamageKind.Commit, commit.Value, message);

    private static string Listed(IEnumerable<string> texts) => string.Join(", ", texts) is { Length: > 0 } all ? all : "none";

    private sealed record Row(long Sequence, ObjectHash Id, int Generation, byte[] Content, byte[] Changes);
}
