using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Engine.Paging;
using Oms.Graph.Connections;
using Oms.Graph.Filters;
using Oms.Graph.Registry;

namespace Oms.Graph.History;

/// <summary>
/// Logs: the ancestors of a commit, newest first, all or some. A cursor carries what was still to be gone through, so that a page costs
/// its own length wherever it is in the log; with a condition, the length of what was looked through.
/// </summary>
internal sealed class CommitLog(OntologyRegistry registry, CommitLookup commits)
{
    private const string CursorKind = "log";

    // A frontier grows with branches that were merged and are not yet gone through; this many side by side is no honest cursor.
    private const int MaxFrontier = 100;

    /// <summary>The log of a commit.</summary>
    internal async ValueTask<CommitConnection> OfAsync(
        ObjectHash head, CommitFilter? where, PageArguments arguments, CancellationToken cancellationToken)
    {
        FilterBound.Check(where);
        return await ReadAsync(head, new Selection(c => where?.Matches(c) ?? true, 1), arguments, cancellationToken);
    }

    /// <summary>The commits in the log that changed an element.</summary>
    internal async ValueTask<CommitConnection> OfElementAsync(
        ObjectHash head, ElementId element, PageArguments arguments, CancellationToken cancellationToken)
    {
        var changes = await registry.Store.GetCommitsOfElementAsync(element, cancellationToken);
        var ids = changes.Select(c => c.Id).ToHashSet();
        var oldest = changes.IsEmpty ? int.MaxValue : changes.Min(c => c.Generation);
        return await ReadAsync(head, new Selection(c => ids.Contains(c.Id), oldest), arguments, cancellationToken);
    }

    private async ValueTask<CommitConnection> ReadAsync(
        ObjectHash head, Selection selection, PageArguments arguments, CancellationToken cancellationToken)
    {
        var start = arguments.After is { } after ? ReadCursor(after) : [head];
        var walk = await WalkAsync(start, cancellationToken);
        var edges = new List<Edge<CommitNode>>();
        var hasNext = false;
        while (await NextAsync(walk, selection, cancellationToken) is { } record)
        {
            hasNext = edges.Count == arguments.First;
            if (hasNext)
                break;
            edges.Add(new(new(record), Cursor.Write(CursorKind, string.Join(',', walk.Frontier))));
        }

        return new(edges, hasNext, arguments.After is not null, cancel => CountAsync(head, selection, cancel));
    }

    private async ValueTask<int> CountAsync(ObjectHash head, Selection selection, CancellationToken cancellationToken)
    {
        var walk = await WalkAsync([head], cancellationToken);
        var count = 0;
        while (await NextAsync(walk, selection, cancellationToken) is not null)
            count++;
        return count;
    }

    private static async ValueTask<CommitRecord?> NextAsync(CommitWalk walk, Selection selection, CancellationToken cancellationToken)
    {
        while (!walk.IsDone && walk.NextGeneration >= selection.OldestGeneration)
            if (await walk.NextAsync(cancellationToken) is { } record && selection.Takes(record))
                return record;
        return null;
    }

    private async ValueTask<CommitWalk> WalkAsync(IEnumerable<ObjectHash> start, CancellationToken cancellationToken)
    {
        var walk = new CommitWalk(commits);
        foreach (var id in start)
            await walk.AddAsync(id, cancellationToken);
        return walk;
    }

    private static List<ObjectHash> ReadCursor(string cursor)
    {
        var text = Cursor.Read(cursor, CursorKind, 1)[0];
        var frontier = new List<ObjectHash>();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
            frontier.Add(ObjectHash.TryParse(part, out var id) ? id : throw Cursor.Invalid());
        return frontier.Count <= MaxFrontier ? frontier : throw Cursor.Invalid();
    }

    private sealed record Selection(Func<CommitRecord, bool> Takes, int OldestGeneration);
}
