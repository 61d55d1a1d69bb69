namespace Oms.Graph.Tests.Histories;

/// <summary>
/// Holds a history against the one order that its commits have: each names its parent, so nothing has to be searched. What it finds makes the
/// heads of the branch not linearizable. Reads are held to what their own server knew: no older than what it has answered before.
/// </summary>
internal static class HeadChecker
{
    /// <summary>Every breach, in words; empty for a linearizable history.</summary>
    internal static IReadOnlyList<string> Check(BranchHistory history)
    {
        var place = history.Path.Select((commit, i) => (commit, i)).ToDictionary(p => p.commit, p => p.i, StringComparer.Ordinal);
        var made = history.Operations.Where(o => o is { Kind: OperationKind.Commit, IsKnown: true }).ToArray();
        var found = new List<string>();
        found.AddRange(made.Where(m => !place.ContainsKey(m.Commit!)).Select(m => $"the acknowledged commit {m.Commit} is not on the branch"));
        found.AddRange(made.GroupBy(m => m.Commit).Where(g => g.Count() > 1).Select(g => $"the commit {g.Key} was acknowledged twice"));
        if (found.Count > 0)
            return found;
        found.AddRange(OrderOf(made, place));
        var reads = history.Operations.Where(o => o is { Kind: OperationKind.Read, IsKnown: true }).ToArray();
        found.AddRange(reads.SelectMany(r => OfRead(r, reads, made, place)));
        found.AddRange(history.Operations.Where(o => o is { Kind: OperationKind.HeadMoved, IsKnown: true }).SelectMany(r => OfRefusal(r, history, made, place)));
        return found;
    }

    // Who was answered before another was sent comes before it.
    private static IEnumerable<string> OrderOf(ClientOperation[] made, Dictionary<string, int> place)
    {
        foreach (var first in made)
            foreach (var second in made)
                if (first.Answered < second.Sent && place[first.Commit!] > place[second.Commit!])
                    yield return $"{first.Commit} was answered before {second.Commit} was sent, and comes after it";
    }

    private static IEnumerable<string> OfRead(ClientOperation read, ClientOperation[] reads, ClientOperation[] made, Dictionary<string, int> place)
    {
        if (!place.TryGetValue(read.Commit!, out var at))
        {
            yield return $"{read.Commit} was read and is not on the branch";
            yield break;
        }

        foreach (var commit in made)
        {
            if (commit.Server == read.Server && commit.Answered < read.Sent && place[commit.Commit!] > at)
                yield return $"{read.Commit} was read after {commit.Commit} was answered";
            if (commit.Commit == read.Commit && commit.Sent > read.Answered)
                yield return $"{read.Commit} was read before it was sent";
        }

        foreach (var earlier in reads)
            if (earlier.Server == read.Server && earlier.Answered < read.Sent && place.TryGetValue(earlier.Commit!, out var before) && before > at)
                yield return $"{read.Commit} was read after {earlier.Commit}, of the same server";
    }

    // The head must have been another at some moment while the refused one was under way.
    private static IEnumerable<string> OfRefusal(ClientOperation refused, BranchHistory history, ClientOperation[] made, Dictionary<string, int> place)
    {
        if (!place.TryGetValue(refused.Expected!, out var at))
            yield break;
        var expected = made.FirstOrDefault(m => m.Commit == refused.Expected);
        var wasThere = at == 0 || expected is not null && expected.Answered < refused.Sent;
        var next = at + 1 < history.Path.Count ? made.FirstOrDefault(m => m.Commit == history.Path[at + 1]) : null;
        var stayed = at + 1 == history.Path.Count || next is not null && next.Sent > refused.Answered;
        if (wasThere && stayed)
            yield return $"a commit was refused for the head was not {refused.Expected}, and it was";
    }
}
