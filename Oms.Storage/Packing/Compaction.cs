using Oms.Domain.History;
using Oms.Domain.Storage;

namespace Oms.Storage.Packing;

/// <summary>
/// One compaction of a store. Objects go into packs by lines of kin, so that versions of one definition compress against each other; logs go in
/// the order of their numbers. How far it has come is written down with the packs, so that another begins where this one ended.
/// </summary>
internal sealed class Compaction(Database database, WriteDoor door, PackReader packs, RelationalStore store)
{
    private const string CommitsMark = "packed_commits", AuditMark = "packed_audit", EventsMark = "packed_events";

    // Lines of kin are made of so many commits at a time: memory is bounded, and 1,000 versions of one definition are enough to compress well.
    private const int MaxCommits = 1_000;
    private const int MaxRows = 1_000;
    private const int WorthGivingBack = 25;

    // A content smaller than its place and its share of a pack's index would gain nothing.
    private const int MinLength = 32;

    private readonly StoreRows rows = new(database);

    internal async ValueTask<CompactionOutcome> RunAsync(CompactionExtent extent, CancellationToken cancellationToken)
    {
        var head = rows.ReadHead();
        if (head.Commits - rows.ReadMark(CommitsMark) < extent.MinCommits)
            return new CompactionOutcome(0, 0, 0, 0, 0);
        var before = rows.ReadSize();
        var objects = await PackObjectsAsync(head.Commits, cancellationToken);
        var logs = await PackCommitsAsync(head.Commits, cancellationToken)
            + await PackLogAsync("audit", AuditMark, head.Audit, (sql, place, sequence, content) => sql.PackAudit.Run(place, sequence, content), cancellationToken)
            + await PackLogAsync("events", EventsMark, head.Events, (sql, place, sequence, content) => sql.PackEvent.Run(place, sequence, content), cancellationToken);
        var collected = await new Collection(door, packs, rows).RunAsync(cancellationToken);
        if (extent.GivesSpaceBack || rows.ReadFree() >= WorthGivingBack)
            foreach (var statement in database.GiveSpaceBack)
                await door.RunOutsideAsync(statement, cancellationToken);
        return new CompactionOutcome(objects, logs, collected, before, rows.ReadSize());
    }

    private async ValueTask<long> PackObjectsAsync(long last, CancellationToken cancellationToken)
    {
        var writer = new PackWriter(door);
        var lines = new ObjectLines(hashes => store.GetObjectsAsync(hashes, cancellationToken));
        for (var from = rows.ReadMark(CommitsMark); from < last;)
        {
            var to = Math.Min(last, from + MaxCommits);
            foreach (var some in (await LinesAsync(lines, from, to, cancellationToken)).Chunk(MaxRows))
                foreach (var (hash, bytes) in rows.ReadObjects([.. some.Select(l => l.Hash)]))
                    if (IsWorthPacking(bytes))
                        await writer.AddAsync(new Packable(bytes, (sql, place) => sql.PackObject.Run(place, Convert.FromHexString(hash.Value), bytes)), cancellationToken);
            // What commits themselves say is packed after their objects: the mark moves with that.
            await writer.FlushAsync(null, 0, cancellationToken);
            from = to;
        }

        return writer.Moved;
    }

    private async ValueTask<IEnumerable<ObjectLine>> LinesAsync(ObjectLines lines, long from, long to, CancellationToken cancellationToken)
    {
        var all = new List<ObjectLine>();
        var seen = new HashSet<ObjectHash>();
        foreach (var id in rows.ReadCommitIds(from, to))
        {
            var commit = (await store.GetCommitAsync(id, cancellationToken))!;
            var parent = commit.Commit.Parents is [var first, ..] ? (await store.GetCommitAsync(first, cancellationToken))!.Commit.Tree : default;
            all.AddRange((await lines.OfAsync(commit, parent)).Where(l => seen.Add(l.Hash)));
        }

        // The sort is stable: within a line the versions stay in their order.
        return all.OrderBy(l => l.Line, StringComparer.Ordinal);
    }

    private async ValueTask<long> PackCommitsAsync(long last, CancellationToken cancellationToken)
    {
        var writer = new PackWriter(door);
        for (var from = rows.ReadMark(CommitsMark); from < last;)
        {
            var to = Math.Min(last, from + MaxRows);
            foreach (var (sequence, content, changes) in rows.ReadCommits(from, to))
            {
                if (IsWorthPacking(content))
                    await writer.AddAsync(new Packable(content, (sql, place) => sql.PackCommit.Run(place, sequence, content)), cancellationToken);
                if (IsWorthPacking(changes))
                    await writer.AddAsync(new Packable(changes, (sql, place) => sql.PackChanges.Run(place, sequence, changes)), cancellationToken);
            }

            await writer.FlushAsync(CommitsMark, to, cancellationToken);
            from = to;
        }

        return writer.Moved;
    }

    private async ValueTask<long> PackLogAsync(
        string table, string mark, long last, Func<WriteStatements, byte[], long, byte[], int> move, CancellationToken cancellationToken)
    {
        var writer = new PackWriter(door);
        for (var from = rows.ReadMark(mark); from < last;)
        {
            var to = Math.Min(last, from + MaxRows);
            foreach (var (sequence, content) in rows.ReadLog(table, from, to))
                if (IsWorthPacking(content))
                    await writer.AddAsync(new Packable(content, (sql, place) => move(sql, place, sequence, content)), cancellationToken);
            await writer.FlushAsync(mark, to, cancellationToken);
            from = to;
        }

        return writer.Moved;
    }

    private static bool IsWorthPacking(byte[] content) => content.Length >= MinLength && content[0] != PackedPlace.Mark;
}
