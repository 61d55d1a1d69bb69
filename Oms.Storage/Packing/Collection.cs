using Oms.Domain.History;

namespace Oms.Storage.Packing;

/// <summary>
/// Takes objects out that no commit leads to. Commits never go, so only what is in no pack can be such an object. What leads to what is followed
/// from every commit there is, and the objects go in a transaction that finds no commit beyond those: one that was made meanwhile may have
/// taken an object up again, and then the next compaction looks anew.
/// </summary>
internal sealed class Collection(WriteDoor door, PackReader packs, StoreRows rows)
{
    private const int MaxCommits = 1_000;

    internal async ValueTask<long> RunAsync(CancellationToken cancellationToken)
    {
        var head = rows.ReadHead().Commits;
        var loose = rows.ReadLoose().ToHashSet();
        if (loose.Count > 0)
            loose.ExceptWith(Reached(head));
        return loose.Count == 0 ? 0 : await door.RunAsync(sql => Remove(sql, loose, head), cancellationToken);
    }

    private static long Remove(WriteStatements sql, HashSet<ObjectHash> garbage, long head)
    {
        using (var reader = sql.LockHead.Read())
            if (!reader.Read() || reader.GetInt64(3) != head)
                return 0;
        foreach (var hash in garbage)
            sql.RemoveObject.Run(Convert.FromHexString(hash.Value));
        return garbage.Count;
    }

    private HashSet<ObjectHash> Reached(long head)
    {
        var reached = new HashSet<ObjectHash>();
        var level = new List<ObjectHash>();
        for (long from = 0; from < head; from += MaxCommits)
            foreach (var (_, content, _) in rows.ReadCommits(from, Math.Min(head, from + MaxCommits)))
            {
                var bytes = packs.Read(content);
                reached.Add(ObjectHash.Of(bytes));
                if (CanonicalJson.Read<Commit>(bytes).Tree is { IsEmpty: false } tree && reached.Add(tree))
                    level.Add(tree);
            }

        while (level.Count > 0)
        {
            var next = new List<ObjectHash>();
            foreach (var (_, bytes) in rows.ReadObjects(level))
                foreach (var named in ObjectReach.Of(packs.Read(bytes)))
                    if (reached.Add(named))
                        next.Add(named);
            level = next;
        }

        return reached;
    }
}
