using System.Text;
using System.Text.Json;
using Oms.Domain.Deltas;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Tests.Ontology;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;

namespace Oms.Domain.Tests.Deltas;

public sealed class DeltaTests
{
    [Fact]
    public void A_client_any_number_of_versions_behind_becomes_the_head_exactly()
    {
        var random = new Random(7);
        for (var seed = 0; seed < 60; seed++)
        {
            var versions = History(seed, 40);
            var head = versions[^1];
            for (var tries = 0; tries < 12; tries++)
            {
                var known = versions[random.Next(versions.Count)];
                var copy = CopyOf(known).Apply(DeltaWriter.Delta(known, head));
                copy.Root().ShouldBe(head.Tree, $"seed {seed}");
                copy.Definitions.Keys.Order().ShouldBe(Enum.GetValues<ElementKind>().SelectMany(k => head.All(k)).Select(e => e.Id).Order());
            }
        }
    }

    [Fact]
    public void A_client_that_takes_every_delta_in_turn_is_where_the_head_is()
    {
        var versions = History(3, 60);
        var copy = OntologyCopy.Empty;
        for (var i = 1; i < versions.Count; i++)
            copy = copy.Apply(DeltaWriter.Delta(versions[i - 1], versions[i]));
        copy.Root().ShouldBe(versions[^1].Tree);
    }

    [Fact]
    public void A_changed_field_of_one_member_is_all_that_is_told()
    {
        var before = Snapshot.Empty.After(Create(Type("T", [.. Enumerable.Range(0, 50).Select(i => Text($"p{i}"))])));
        var type = before.Named<ObjectType>("T");
        var after = before.After(new UpdateMember(type.Id, type.Properties[7].Id, Json("""{"isRequired":true}""")));
        var delta = JsonElement.Parse(Encoding.UTF8.GetString(DeltaWriter.Delta(before, after)));
        var update = delta.GetProperty("updated").EnumerateArray().ShouldHaveSingleItem();
        update.EnumerateObject().Select(p => p.Name).ShouldBe(["id", "members"]);
        var changed = update.GetProperty("members").GetProperty("properties").GetProperty("changed").EnumerateArray().ShouldHaveSingleItem();
        changed.GetProperty("set").GetRawText().ShouldBe("""{"isRequired":true}""");
        update.GetProperty("members").GetProperty("properties").TryGetProperty("order", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_word_in_a_long_description_is_all_that_is_told_of_it()
    {
        var text = new string('a', 300) + " 🎈 " + new string('z', 300);
        var before = Snapshot.Empty.After(Create(Type("T") with { Description = LocalizedText.English(text) }));
        var after = before.After(new UpdateElement(Ref("T"), Json($$$"""{"description":{"en":"{{{text.Replace("🎈", "🎉", StringComparison.Ordinal)}}}"}}""")));
        var delta = DeltaWriter.Delta(before, after);
        delta.Length.ShouldBeLessThan(300);
        CopyOf(before).Apply(delta).Root().ShouldBe(after.Tree);
    }

    [Fact]
    public void Deletions_and_moves_are_told()
    {
        var before = Snapshot.Empty.After(Create(Type("T", Text("a"), Text("b"), Text("c"))), Create(Type("Gone")));
        var type = before.Named<ObjectType>("T");
        var after = before.After(new DeleteElement(Ref("Gone"), false), new MoveMember(type.Id, type.Properties[2].Id, 0));
        var delta = JsonElement.Parse(Encoding.UTF8.GetString(DeltaWriter.Delta(before, after)));
        delta.GetProperty("deleted").GetArrayLength().ShouldBe(1);
        delta.GetProperty("updated")[0].GetProperty("members").GetProperty("properties").GetProperty("order").GetArrayLength().ShouldBe(3);
        CopyOf(before).Apply(DeltaWriter.Delta(before, after)).Root().ShouldBe(after.Tree);
    }

    [Fact]
    public void A_delta_from_another_version_is_refused_and_so_is_a_damaged_one()
    {
        var first = Snapshot.Empty.After(Create(Type("T", Text("a"))));
        var second = first.After(Create(Type("U")));
        var third = second.After(Create(Type("V")));
        Should.Throw<FormatException>(() => CopyOf(first).Apply(DeltaWriter.Delta(second, third)));
        var damaged = Encoding.UTF8.GetString(DeltaWriter.Delta(first, second)).Replace("\"U\"", "\"W\"", StringComparison.Ordinal);
        Should.Throw<FormatException>(() => CopyOf(first).Apply(Encoding.UTF8.GetBytes(damaged)));
    }

    private static List<Snapshot> History(int seed, int commits)
    {
        var random = new RandomCommits(seed);
        var ids = new CountingIds(seed);
        var versions = new List<Snapshot> { Snapshot.Empty };
        for (var i = 0; i < commits; i++)
            if (Editor.Apply(versions[^1], [.. random.Next()], ids) is { IsOk: true, Value.Changes.IsEmpty: false } edit)
                versions.Add(edit.Value.After);
        return versions;
    }

    private static OntologyCopy CopyOf(Snapshot version) => OntologyCopy.Empty.Apply(DeltaWriter.Full(version));
}
