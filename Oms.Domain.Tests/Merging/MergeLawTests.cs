using System.Text.Json.Nodes;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Domain.Tests.Merging;

public class MergeLawTests
{
    private static readonly Lazy<RandomHistories[]> Histories =
        new(() => [.. Enumerable.Range(0, 1000).AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(seed => new RandomHistories(seed))]);

    [Fact]
    public void The_histories_meet_in_every_way()
    {
        var results = Histories.Value.Select(h => ThreeWayMerge.Run(h.Base, h.Ours, h.Theirs)).ToList();

        results.SelectMany(r => r.Conflicts).Select(c => c.Semantic).Distinct().ShouldBe(
            Enum.GetValues<SemanticKind>(), ignoreOrder: true);
        results.Count(r => r.Conflicts.IsEmpty).ShouldBeInRange(100, 900);
        results.Count(r => !r.IsClean).ShouldBeInRange(200, 800);
    }

    [Fact]
    public void Merging_nothing_changes_nothing_and_merging_into_nothing_gives_all() => ForAll(h =>
    {
        ThreeWayMerge.Run(h.Base, h.Ours, h.Base).ShouldSatisfyAllConditions(r => r.Merged.Tree.ShouldBe(h.Ours.Tree), r => r.Conflicts.ShouldBeEmpty());
        ThreeWayMerge.Run(h.Base, h.Base, h.Theirs).ShouldSatisfyAllConditions(
            r => r.Merged.Tree.ShouldBe(h.Theirs.Tree), r => r.Conflicts.ShouldBeEmpty());
    });

    [Fact]
    public void Merging_equals_gives_the_same() => ForAll(h =>
        ThreeWayMerge.Run(h.Base, h.Ours, h.Ours).ShouldSatisfyAllConditions(r => r.Merged.Tree.ShouldBe(h.Ours.Tree), r => r.Conflicts.ShouldBeEmpty()));

    [Fact]
    public void Merging_again_is_no_change() => ForAll(h =>
    {
        var first = ThreeWayMerge.Run(h.Base, h.Ours, h.Theirs);
        ThreeWayMerge.Run(h.Theirs, first.Merged, h.Theirs).Merged.Tree.ShouldBe(first.Merged.Tree);
        ThreeWayMerge.Run(h.Base, h.Ours, h.Theirs).Merged.Tree.ShouldBe(first.Merged.Tree);
    });

    [Fact]
    public void The_sides_can_be_turned_round() => ForAll(h =>
    {
        var one = ThreeWayMerge.Run(h.Base, h.Ours, h.Theirs);
        var other = ThreeWayMerge.Run(h.Base, h.Theirs, h.Ours);

        other.IsClean.ShouldBe(one.IsClean);
        // Of two additions that turn out to be one, our side's identity stays.
        if (one.IsClean && one.Conflicts.All(c => c.Semantic != SemanticKind.NameCollision))
            Unordered(other.Merged).ShouldBe(Unordered(one.Merged));
    });

    [Fact]
    public void No_edit_of_one_side_is_lost() => ForAll(h =>
        LostEdits.Find(h.Base, h.Ours, h.Theirs, ThreeWayMerge.Run(h.Base, h.Ours, h.Theirs)).ShouldBeEmpty());

    [Fact]
    public void What_merges_without_a_question_keeps_every_rule_from_nothing() => ForAll(h =>
    {
        var result = ThreeWayMerge.Run(h.Base, h.Ours, h.Theirs);
        if (!result.IsClean)
            return;
        KeepsEveryRule(result.Merged);
    });

    [Fact]
    public void Objects_are_all_that_a_store_with_both_sides_lacks() => ForAll(h =>
    {
        var result = ThreeWayMerge.Run(h.Base, h.Ours, h.Theirs);
        var stored = new[] { h.Base, h.Ours, h.Theirs }.SelectMany(s => Elements(s).Select(e => StoredObject(e))
            .Concat(s.Map.NodesSince(Domain.History.MerkleMap.Empty)));
        Reloaded([.. stored, .. result.Objects], result.Merged.Tree).Tree.ShouldBe(result.Merged.Tree);
    });

    [Theory]
    [InlineData(ResolutionChoice.Ours)]
    [InlineData(ResolutionChoice.Theirs)]
    [InlineData(ResolutionChoice.Base)]
    public void Answering_every_question_in_one_way_ends_in_a_result(ResolutionChoice choice) => ForAll(h =>
    {
        var answers = new Dictionary<string, Resolution>();
        for (var round = 0; round < 20; round++)
        {
            var result = ThreeWayMerge.Run(h.Base, h.Ours, h.Theirs, answers);
            if (result.IsClean)
            {
                KeepsEveryRule(result.Merged);
                return;
            }

            foreach (var conflict in result.Open)
            {
                conflict.Problem.ShouldBeNull($"{conflict.Semantic} {conflict.Path}: {conflict.Message.In("en")}");
                answers[conflict.Id] = new Resolution(conflict.Options.Any(o => o.Choice == choice) ? choice : conflict.Options[0].Choice);
            }
        }

        throw new InvalidOperationException("questions without end");
    });

    [Fact]
    public void An_order_that_a_side_gave_members_shows_or_is_told()
    {
        var reordered = 0;
        ForAll(h =>
        {
            var result = ThreeWayMerge.Run(h.Base, h.Ours, h.Theirs);
            foreach (var element in Elements(result.Merged))
            {
                var orders = new[] { h.Base, h.Ours, h.Theirs, result.Merged }.Select(s => s.Find(element.Id)?.Members.Select(m => m.Id).ToList() ?? []).ToList();
                var common = orders.Aggregate((a, b) => [.. a.Intersect(b)]).ToHashSet();
                var (before, mine, others, merged) = (Of(0), Of(1), Of(2), Of(3));
                if (mine == before || others == before || mine == others)
                {
                    reordered += mine == others ? 0 : 1;
                    merged.ShouldBe(mine == before ? others : mine);
                }
                else if (!result.Conflicts.Any(c => c.Path.Element == element.Id && c.Strategy == "keep_our_order"))
                {
                    merged.ShouldNotBe(mine);
                    merged.ShouldNotBe(others);
                }

                string Of(int side) => string.Join(',', orders[side].Where(common.Contains));
            }
        });
        reordered.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void An_answer_to_a_broken_rule_keeps_the_edits_of_its_side_and_takes_back_no_more_than_it_must()
    {
        var (asked, back) = (0, 0);
        ForAll(h =>
        {
            var open = ThreeWayMerge.Run(h.Base, h.Ours, h.Theirs);
            if (open.Open.ToList() is not [{ Kind: ConflictKind.Invalid } question] || question.Options.All(o => o.Choice != ResolutionChoice.Ours))
                return;
            asked++;
            foreach (var (choice, side) in new[] { (ResolutionChoice.Ours, h.Ours), (ResolutionChoice.Theirs, h.Theirs) })
            {
                var answered = ThreeWayMerge.Run(h.Base, h.Ours, h.Theirs, new Dictionary<string, Resolution> { [question.Id] = new(choice) });
                if (!answered.IsClean)
                    continue;
                LostEdits.Find(h.Base, side, h.Base, answered).ShouldBeEmpty($"{choice} of {question.Message.In("en")}");
                foreach (var id in Elements(open.Merged).Concat(Elements(answered.Merged)).Select(e => e.Id).Distinct())
                    foreach (var place in ElementEdits.Between(id, answered.Merged.Find(id), open.Merged.Find(id)))
                    {
                        back++;
                        var again = ElementEdits.With(answered.Merged.Find(id), open.Merged.Find(id), [place]);
                        Refusals(Elements(answered.Merged).Where(e => e.Id != id).Concat(again is null ? [] : [again]))
                            .ShouldNotBeEmpty($"{choice} of {question.Path} took {place} back for nothing");
                    }
            }
        });
        (asked, back).ShouldSatisfyAllConditions(x => x.asked.ShouldBeGreaterThan(20), x => x.back.ShouldBeGreaterThan(20));
    }

    private static void KeepsEveryRule(Snapshot merged) => Refusals(Elements(merged)).ShouldBeEmpty();

    private static System.Collections.Immutable.ImmutableArray<Domain.Refusals.Refusal> Refusals(IEnumerable<Element> all) =>
        Editor.Apply(Snapshot.Empty, [.. all.Select(e => new CreateElement(e))], Ids).Refusals;

    private static void ForAll(Action<RandomHistories> law)
    {
        for (var seed = 0; seed < Histories.Value.Length; seed++)
            try
            {
                law(Histories.Value[seed]);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"history {seed}: {e.Message}", e);
            }
    }

    private static List<Element> Elements(Snapshot snapshot) => [.. snapshot.Map.Entries.Select(e => snapshot.Find(e.Id)!)];

    private static Domain.History.StoredObject StoredObject(Element element)
    {
        var bytes = ElementJson.Write(element);
        return new(Domain.History.ObjectHash.Of(bytes), bytes);
    }

    // Lists in an order of their own, and what the registry counts left out.
    private static string Unordered(Snapshot snapshot) => string.Join('\n', Elements(snapshot)
        .Select(e => e is ValueType value ? value with { Version = 1 } : e)
        .Select(e => Sorted(JsonNode.Parse(ElementJson.Write(e))!)).Order(StringComparer.Ordinal));

    private static string Sorted(JsonNode node) => node switch
    {
        JsonArray list => $"[{string.Join(',', list.Select(i => Sorted(i!)).Order(StringComparer.Ordinal))}]",
        JsonObject json => $"{{{string.Join(',', json.Select(p => $"{p.Key}:{Sorted(p.Value!)}"))}}}",
        _ => node.ToJsonString(),
    };
}
