using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Tests.Ontology;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;

namespace Oms.Domain.Tests.Merging;

public class MergeSourcesTests
{
    private static readonly Snapshot People = Snapshot.Empty.After(Create(Type("Person", Text("name"), Text("email"))), Create(Type("Company")));

    private static readonly ElementId Person = People.Named<ObjectType>("Person").Id;

    [Fact]
    public void Each_answer_is_judged_by_itself_whatever_else_the_merge_brings()
    {
        var sources = Sources(
            [new RenameElement(Person, "Human")], [new RenameElement(Person, "Individual"), new DeleteElement(People.Named<ObjectType>("Company").Id, false)]);
        var asked = ThreeWayMerge.Run(sources.Base, sources.Ours, sources.Theirs).Open.ShouldHaveSingleItem();

        var verdicts = sources.VerdictsOf(asked);

        verdicts[ResolutionChoice.Ours].Findings.ShouldBeEmpty();
        verdicts[ResolutionChoice.Theirs].Findings.Select(f => f.Rule).Distinct().ShouldBe(["OBJECT_TYPE_RENAMED"]);
        verdicts[ResolutionChoice.Theirs].Step.ShouldBe(VersionStep.Major);
        verdicts[ResolutionChoice.Base].IsKept.ShouldBeFalse();
        verdicts.ShouldNotContainKey(ResolutionChoice.Value);
    }

    [Fact]
    public void To_accept_a_deletion_breaks_and_to_keep_does_not()
    {
        var sources = Sources([new UpdateElement(Person, Json("""{"tags":["x"]}"""))], [new DeleteElement(Person, false)]);
        var asked = ThreeWayMerge.Run(sources.Base, sources.Ours, sources.Theirs).Open.ShouldHaveSingleItem();

        var verdicts = sources.VerdictsOf(asked);

        verdicts.Values.Select(v => v.IsKept).Distinct().Count().ShouldBe(2);
        verdicts.Where(v => !v.Value.IsKept).ShouldAllBe(v => v.Value.Findings.Any(f => f.Rule == "OBJECT_TYPE_REMOVED"));
    }

    [Fact]
    public void What_stands_only_while_a_question_is_open_is_nothing_that_an_answer_removes()
    {
        var sources = Sources([Create(Type("Team", Text("motto")))], [Create(Type("Team", Text("color"))), Create(Link("memberOf", "Person", "Team"))]);
        var asked = ThreeWayMerge.Run(sources.Base, sources.Ours, sources.Theirs).Open.ShouldHaveSingleItem();

        var verdicts = sources.VerdictsOf(asked);

        verdicts[ResolutionChoice.Unify].IsKept.ShouldBeTrue();
        verdicts[ResolutionChoice.Unify].Findings.ShouldNotContain(f => f.Rule == "OBJECT_TYPE_REMOVED");
    }

    private static MergeSources Sources(Operation[] ours, Operation[] theirs) =>
        new(People, People.After(ours), People.After(theirs), new Dictionary<string, Resolution>());
}
