using Oms.Domain.Ontology;
using Shouldly;
using Xunit;

namespace Oms.Domain.Tests.Ontology;

public class HashTrieTests
{
    // The last ones put many ids under one hash, and under hashes that part only in their last digits.
    public static TheoryData<int> Masks => [-1, 0xff, 3, 0, unchecked((int)0xf000_0000)];

    [Theory]
    [MemberData(nameof(Masks))]
    public void It_holds_what_a_dictionary_holds_and_earlier_versions_stay(int mask)
    {
        var random = new Random(mask);
        var trie = new HashTrie<int>(id => (int.Parse(id.Value.AsSpan(3)) * -1640531535) & mask);
        var dictionary = new Dictionary<ElementId, int>();
        var versions = new List<(HashTrie<int> Trie, Dictionary<ElementId, int> Content)>();
        for (var step = 0; step < 3000; step++)
        {
            var id = ElementId.Trusted($"ot-{random.Next(300)}");
            if (random.Next(3) == 0)
            {
                trie = trie.Without(id);
                dictionary.Remove(id);
            }
            else
            {
                trie = trie.With(id, step);
                dictionary[id] = step;
            }

            if (step % 500 == 0)
                versions.Add((trie, new Dictionary<ElementId, int>(dictionary)));
        }

        versions.Add((trie, dictionary));
        foreach (var (version, content) in versions)
            ShouldHold(version, content);
    }

    [Fact]
    public void What_is_taken_out_again_leaves_nothing_behind()
    {
        var ids = Enumerable.Range(0, 1000).Select(i => ElementId.Trusted($"ot-{i}")).ToList();
        var full = ids.Aggregate(HashTrie<int>.Empty, (trie, id) => trie.With(id, 1));

        full.Count.ShouldBe(1000);
        ids.Aggregate(full, (trie, id) => trie.Without(id)).ShouldSatisfyAllConditions(t => t.Count.ShouldBe(0), t => t.TryGet(ids[0], out _).ShouldBeFalse());
        full.Without(ElementId.Trusted("ot-other")).ShouldBeSameAs(full);
    }

    private static void ShouldHold(HashTrie<int> trie, Dictionary<ElementId, int> content)
    {
        trie.Count.ShouldBe(content.Count);
        for (var i = 0; i < 300; i++)
        {
            var id = ElementId.Trusted($"ot-{i}");
            trie.TryGet(id, out var value).ShouldBe(content.TryGetValue(id, out var expected), id.Value);
            value.ShouldBe(expected, id.Value);
        }
    }
}
