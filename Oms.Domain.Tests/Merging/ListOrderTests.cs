using Oms.Domain.Compatibility;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Tests.Ontology;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;

namespace Oms.Domain.Tests.Merging;

public class ListOrderTests
{
    private static readonly Snapshot Start = Snapshot.Empty.After(Create(Type("T", Text("id"), Text("a"), Text("b"), Text("c"), Text("d"))));

    [Theory]
    [InlineData("id,a,b,c,d", "c,id,a,b,d", "id,b,c,d,a", "c,id,b,d,a")]
    [InlineData("id,a,b,c,d", "c,id,a,b,d", "d,id,a,b,c", "d,c,id,a,b")]
    [InlineData("id,a,b,c,d", "a,id,b,c,d", "id,a,d,b,c", "a,id,d,b,c")]
    [InlineData("id,a,b,c,d", "a,id,b,c,d", "a,id,b,d,c", "a,id,b,d,c")]
    [InlineData("id,a,b,c,d", "n,c,id,a,b,d", "id,b,c,d,a,m", "n,c,id,b,d,a,m")]
    [InlineData("id,a,b,c,d", "c,id,a,b,d", "id,b,d,a", "id,b,d,a")]
    public void What_each_side_moved_stands_where_it_moved_it(string before, string mine, string others, string merged)
    {
        var result = Merge(before, mine, others);

        result.Conflicts.ShouldBeEmpty();
        Order(result.Merged).ShouldBe(merged);
    }

    [Theory]
    [InlineData(null, "c,id,a,b,d")]
    [InlineData(ResolutionChoice.Ours, "c,id,a,b,d")]
    [InlineData(ResolutionChoice.Theirs, "id,c,a,b,d")]
    public void What_both_moved_differently_stays_where_ours_is_and_is_told(ResolutionChoice? choice, string merged)
    {
        var told = Merge("id,a,b,c,d", "c,id,a,b,d", "id,c,a,b,d").Conflicts.ShouldHaveSingleItem();
        told.Severity.ShouldBe(Severity.Info);
        told.Strategy.ShouldBe("keep_our_order");
        told.Message.In("en")!.ShouldContain("'c'");

        var answers = new Dictionary<string, Resolution>();
        if (choice is { } chosen)
            answers[told.Id] = new Resolution(chosen);
        var result = Merge("id,a,b,c,d", "c,id,a,b,d", "id,c,a,b,d", answers);

        result.IsClean.ShouldBeTrue();
        Order(result.Merged).ShouldBe(merged);
    }

    [Fact]
    public void Whatever_two_moves_put_before_something_else_is_before_it_or_is_told()
    {
        string[] keys = ["a", "b", "c", "d", "e"];
        var moves = keys.SelectMany(k => Enumerable.Range(0, keys.Length), (k, to) => (Key: k, Order: Moved(k, to))).ToList();
        var told = 0;
        foreach (var mine in moves)
            foreach (var others in moves.Where(m => m.Key != mine.Key))
            {
                var contests = 0;
                var merged = KeyedMerge.Order([.. keys], [.. mine.Order], [.. others.Order], _ => ++contests < 0);
                told += contests;
                merged.Order().ShouldBe(keys);
                if (contests == 0)
                    foreach (var pair in Turned(mine.Order).Union(Turned(others.Order)))
                        merged.IndexOf(pair.First).ShouldBeLessThan(merged.IndexOf(pair.Then), $"{string.Concat(mine.Order)} + {string.Concat(others.Order)}");
            }

        told.ShouldBeInRange(1, 100);

        // Every pair that does not stand as it stood before.
        IEnumerable<(string First, string Then)> Turned(List<string> order) =>
            keys.SelectMany(k => keys, (first, then) => (first, then)).Where(
                p => string.CompareOrdinal(p.first, p.then) > 0 && order.IndexOf(p.first) < order.IndexOf(p.then));

        List<string> Moved(string key, int to)
        {
            var order = keys.Where(k => k != key).ToList();
            order.Insert(to, key);
            return order;
        }
    }

    private static MergeResult Merge(string before, string mine, string others, Dictionary<string, Resolution>? answers = null)
    {
        var start = Ordered(Start, before);
        return ThreeWayMerge.Run(start, Ordered(start, mine), Ordered(start, others), answers);
    }

    private static Snapshot Ordered(Snapshot start, string names)
    {
        var type = start.Named<ObjectType>("T");
        foreach (var gone in type.Properties.Where(p => !names.Split(',').Contains(p.Name)))
            start = start.After(new RemoveMember(type.Id, gone.Id));
        foreach (var (at, name) in names.Split(',').Index())
            start = start.Named<ObjectType>("T").Properties.FirstOrDefault(p => p.Name == name) is { } there
                ? start.After(new MoveMember(type.Id, there.Id, at))
                : start.After(new AddMember(type.Id, Text(name), at));
        return start;
    }

    private static string Order(Snapshot snapshot) => string.Join(',', snapshot.Named<ObjectType>("T").Properties.Select(p => p.Name));
}
