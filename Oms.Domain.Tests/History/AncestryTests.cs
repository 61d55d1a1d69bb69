using FsCheck;
using FsCheck.Fluent;
using Oms.Domain.History;
using Oms.Domain.Storage;
using Shouldly;
using Xunit;

namespace Oms.Domain.Tests.History;

public class AncestryTests
{
    // A history as a list: the parents of commit i, by number, all below i.
    private static readonly Gen<int[][]> Histories =
        from size in Gen.Choose(1, 30)
        from picks in Gen.Choose(0, 1_000_000).ListOf(size * 3)
        select Enumerable.Range(0, size).Select(i => Parents(i, picks[3 * i], picks[(3 * i) + 1], picks[(3 * i) + 2])).ToArray();

    [Fact]
    public void Ahead_behind_and_merge_bases_are_those_of_the_sets_of_ancestors() => Prop.ForAll(Histories.ToArbitrary(), history =>
    {
        var commits = Build(history);
        var ancestry = new Ancestry(id => new(commits.Find(c => c.Id == id)));
        for (var round = 0; round < 20; round++)
        {
            var (a, b) = (round * 7 % commits.Count, round * 13 % commits.Count);
            var (left, right) = (Closure(history, a), Closure(history, b));
            var common = left.Intersect(right).ToHashSet();
            var bases = common.Where(c => !common.Any(d => d != c && Closure(history, d).Contains(c)));

            var divergence = ancestry.CompareAsync(commits[a].Id, commits[b].Id).AsTask().GetAwaiter().GetResult();

            divergence.Ahead.ShouldBe(left.Except(right).Count());
            divergence.Behind.ShouldBe(right.Except(left).Count());
            divergence.MergeBases.Select(m => m.Id).ShouldBe(bases.Select(i => commits[i].Id), ignoreOrder: true);
            ancestry.IsAncestorAsync(commits[a].Id, commits[b].Id).AsTask().GetAwaiter().GetResult().ShouldBe(right.Contains(a));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public async Task The_log_has_every_ancestor_once_and_children_before_parents()
    {
        var commits = Build([[], [0], [0], [1, 2], [3]]);

        var log = await new Ancestry(id => new(commits.Find(c => c.Id == id))).LogAsync(commits[4].Id).ToListAsync(TestContext.Current.CancellationToken);

        log.Select(c => c.Generation).ShouldBe([4, 3, 2, 2, 1]);
    }

    [Fact]
    public async Task Only_commits_since_the_merge_base_are_read()
    {
        var commits = Build([.. Enumerable.Range(0, 1000).Select(i => i == 0 ? (int[])[] : i == 999 ? [997] : [i - 1])]);
        var reads = 0;

        var divergence = await new Ancestry(id =>
        {
            reads++;
            return new(commits.Find(c => c.Id == id));
        }).CompareAsync(commits[998].Id, commits[999].Id);

        (divergence.Ahead, divergence.Behind).ShouldBe((1, 1));
        reads.ShouldBeLessThan(6);
    }

    [Fact]
    public async Task A_missing_commit_is_a_damaged_store() =>
        (await Should.ThrowAsync<StoreException>(new Ancestry(_ => new((CommitRecord?)null)).CompareAsync(ObjectHash.Of("a"u8), ObjectHash.Of("b"u8)).AsTask()))
            .Code.ShouldBe("STORE_DAMAGED");

    [Fact]
    public void A_commit_keeps_whole_milliseconds_in_utc_and_each_issue_once()
    {
        var time = new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(9)).AddTicks(12_345);

        var built = CommitBuilder.Build(default, [], [], "ada", time, "first", ["X-1", "X-1"]);

        built.Record.Commit.Time.ShouldBe(new DateTimeOffset(2026, 11, 21, 0, 0, 0, 1, TimeSpan.Zero));
        built.Record.Commit.Issues.ShouldBe(["X-1"]);
        built.Record.Generation.ShouldBe(1);
        built.Object.Hash.ShouldBe(built.Record.Id);
        var read = CanonicalJson.Read<Commit>(built.Object.Bytes.Span);
        CanonicalJson.Write(read).ShouldBe(built.Object.Bytes.ToArray());
    }

    private static int[] Parents(int i, int first, int second, int roots) =>
        i == 0 || roots % 20 == 0 ? [] : first % i == second % i || roots % 3 > 0 ? [Math.Max(i - 1 - (first % 3), 0)] : [first % i, second % i];

    private static HashSet<int> Closure(int[][] history, int start)
    {
        var found = new HashSet<int>();
        var open = new Stack<int>([start]);
        while (open.TryPop(out var commit))
            if (found.Add(commit))
                foreach (var parent in history[commit])
                    open.Push(parent);
        return found;
    }

    private static List<CommitRecord> Build(int[][] history)
    {
        var commits = new List<CommitRecord>();
        foreach (var parents in history)
            commits.Add(CommitBuilder.Build(
                default, [.. parents.Select(p => commits[p])], [], "ada", DateTimeOffset.UnixEpoch.AddSeconds(commits.Count), "m", []).Record);
        return commits;
    }
}
