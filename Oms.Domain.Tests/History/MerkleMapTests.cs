using FsCheck;
using FsCheck.Fluent;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Shouldly;
using Xunit;

namespace Oms.Domain.Tests.History;

public class MerkleMapTests
{
    private static readonly Gen<MerkleEntry> Writes =
        from id in Gen.Choose(0, 400)
        from content in Gen.Choose(0, 3)
        select new MerkleEntry(Id(id), content == 0 ? default : Hash(content));

    [Fact]
    public void Holds_what_a_dictionary_holds_and_its_root_depends_on_content_alone() => Prop.ForAll(
        Writes.ListOf().ToArbitrary(), writes =>
        {
            var model = new SortedDictionary<ElementId, ObjectHash>();
            var oneByOne = MerkleMap.Empty;
            foreach (var write in writes)
            {
                model[write.Id] = write.Hash;
                if (write.Hash.IsEmpty)
                    model.Remove(write.Id);
                oneByOne = oneByOne.With([write]);
            }

            var atOnce = MerkleMap.Empty.With(model.Reverse().Select(e => new MerkleEntry(e.Key, e.Value)));
            oneByOne.Root.ShouldBe(atOnce.Root);
            oneByOne.Count.ShouldBe(model.Count);
            oneByOne.Entries.OrderBy(e => e.Id).ShouldBe(model.Select(e => new MerkleEntry(e.Key, e.Value)));
            foreach (var (id, hash) in model)
                oneByOne.Find(id).ShouldBe(hash);
            MerkleMap.Empty.With(writes).Root.ShouldBe(atOnce.Root);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(600));

    [Fact]
    public void Differences_are_those_of_the_dictionaries() => Prop.ForAll(
        Writes.ListOf().ToArbitrary(), Writes.ListOf().ToArbitrary(), (first, second) =>
        {
            var before = MerkleMap.Empty.With(first);
            var after = before.With(second);
            var ids = before.Entries.Concat(after.Entries).Select(e => e.Id).Distinct().Order();
            var expected = ids.Select(id => new MerkleDifference(id, before.Find(id), after.Find(id))).Where(d => d.Before != d.After);
            after.DifferencesFrom(before).ShouldBe(expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(400));

    [Fact]
    public void Two_contents_never_share_a_root() => Prop.ForAll(
        Writes.ListOf().ToArbitrary(), Writes.ListOf().ToArbitrary(), (first, second) =>
        {
            var a = MerkleMap.Empty.With(first);
            var b = MerkleMap.Empty.With(second);
            (a.Root == b.Root).ShouldBe(a.Entries.ToHashSet().SetEquals(b.Entries));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_write_to_a_hundred_thousand_entries_makes_only_the_nodes_on_its_path()
    {
        var before = MerkleMap.Empty.With(Enumerable.Range(0, 100_000).Select(i => new MerkleEntry(Id(i), Hash(1))));
        var after = before.With([new MerkleEntry(Id(77_777), Hash(2))]);

        var nodes = after.NodesSince(before);

        nodes.Length.ShouldBeInRange(3, 6);
        nodes.Sum(n => n.Bytes.Length).ShouldBeLessThan(5_000);
        after.DifferencesFrom(before).ShouldHaveSingleItem().Id.ShouldBe(Id(77_777));
    }

    [Fact]
    public void A_write_that_changes_nothing_is_the_same_map()
    {
        var map = MerkleMap.Empty.With(Enumerable.Range(0, 100).Select(i => new MerkleEntry(Id(i), Hash(1))));

        map.With([new MerkleEntry(Id(5), Hash(1)), new MerkleEntry(Id(500), default)]).ShouldBeSameAs(map);
    }

    [Fact]
    public void A_subtree_of_sixteen_is_one_leaf_and_of_seventeen_is_not()
    {
        var sixteen = MerkleMap.Empty.With(Enumerable.Range(0, 16).Select(i => new MerkleEntry(Id(i), Hash(1))));
        var seventeen = sixteen.With([new MerkleEntry(Id(16), Hash(1))]);

        sixteen.NodesSince(MerkleMap.Empty).Length.ShouldBe(1);
        seventeen.NodesSince(MerkleMap.Empty).Length.ShouldBeGreaterThan(1);
        seventeen.With([new MerkleEntry(Id(3), default)]).NodesSince(MerkleMap.Empty).Length.ShouldBe(1);
    }

    internal static ElementId Id(int number) => ElementId.Trusted($"ot-{number}");

    private static ObjectHash Hash(int content) => ObjectHash.Of([(byte)content]);
}
