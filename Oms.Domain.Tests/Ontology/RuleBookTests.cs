using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Ontology.Rules;
using Oms.Domain.Refusals;
using Oms.Domain.Tests.Merging;
using Shouldly;
using Xunit;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Domain.Tests.Ontology;

public class RuleBookTests
{
    [Fact]
    public void Members_that_were_there_before_are_told_of_as_if_they_were_new()
    {
        var (known, told) = (0, new List<string>());
        for (var seed = 0; seed < 300; seed++)
        {
            var histories = new RandomHistories(seed);
            var before = Leaning(histories.Ours);
            var written = Written(before, histories, new Random(seed));
            known += written.Values.OfType<Element>().Sum(e => new MemberPlaces().Of(e, before.Find(e.Id)).Count(p => p.IsKnown));

            var shared = Told(before, written);
            var copied = Told(before, written.ToDictionary(w => w.Key, w => w.Value is { } element ? Copy(element) : null));

            shared.ShouldBe(copied, $"history {seed}");
            told.AddRange(shared);
        }

        known.ShouldBeGreaterThan(500);
        told.Select(t => t.Split(' ')[0]).Distinct().ShouldBe(
            [
                nameof(DuplicateName), nameof(InvalidName), nameof(InvalidValue), nameof(MalformedInput), nameof(UnknownReference),
                nameof(ReferencedElement), nameof(InterfaceNotSatisfied),
            ],
            ignoreOrder: true);
        told.ShouldContain(t => t.Contains("has no member 'm-"));
    }

    // Members that lean on others: the last property of each type is replaced by the first, and the value of a new one by the rules of another element.
    private static Snapshot Leaning(Snapshot before) => before.After(
    [
        new CreateElement(new ValueType { Name = "Small", BaseType = TypeRef.Data("integer") }),
        .. before.All(ElementKind.ObjectType).Cast<ObjectType>().Where(t => t.Properties.Length > 1).SelectMany(t => (Operation[])
        [
            new DeprecateMember(t.Id, t.Properties[^1].Id, new Deprecation { Reason = "old", ReplacedBy = t.Properties[0].Id.Value }),
            new AddMember(t.Id, Commits.Typed($"small{t.Name}", new TypeRef { ValueType = Commits.Ref("Small") }) with { DefaultValue = Commits.Json("7") }),
        ]),
    ]);

    // Some of what their side did, put over ours as it is, so that rules are broken; some of our own members doubled, and some taken out.
    private static Dictionary<ElementId, Element?> Written(Snapshot before, RandomHistories histories, Random random)
    {
        var written = new Dictionary<ElementId, Element?>();
        foreach (var change in TreeDiff.Compare(histories.Base, histories.Theirs))
            if (random.Next(4) > 0)
                written[change.Element] = histories.Theirs.Find(change.Element);
        foreach (var id in before.Map.Entries.Select(e => e.Id).Order())
            if (random.Next(6) == 0)
                written[id] = Disturbed(before.Find(id)!, random);
        return written;
    }

    private static Element Disturbed(Element element, Random random) => element switch
    {
        ObjectType { Properties: [var first, ..] } type => random.Next(6) switch
        {
            0 => type with { Properties = type.Properties.Add(first with { Id = MemberId.Trusted("m-other") }) },
            1 => type with { Properties = type.Properties.Insert(0, Commits.Text(first.Name) with { Id = MemberId.Trusted("m-other") }) },
            2 => type with { Properties = type.Properties.Add(Commits.Text("fresh") with { Id = first.Id }) },
            3 => type with { Properties = type.Properties.RemoveAt(0) },
            4 => type with { Properties = [.. type.Properties.Reverse()] },
            _ => type with { Properties = type.Properties.SetItem(0, first with { Name = "no name", Description = LocalizedText.English("\u0001") }) },
        },
        Interface { Properties: [var first, ..] } contract => contract with { Properties = contract.Properties.Add(first) },
        StructType { Fields: [var first, ..] } structure => structure with { Fields = structure.Fields.Add(first with { Name = "two" }) },
        ValueType { Name: "Small" } value => value with { Version = value.Version + 1, Constraints = [RuleTests.Rule(ConstraintKind.Max, "5")] },
        _ => element with { Name = element.Name + "Too" },
    };

    private static List<string> Told(Snapshot before, Dictionary<ElementId, Element?> written)
    {
        var workspace = new Workspace(before, new CountingIds(), new Violations());
        foreach (var (id, element) in written)
            if (element is null)
                workspace.Delete(id, 0);
            else
                workspace.Put(element, 0);
        if (RuleBook.CheckForm(workspace))
            RuleBook.Check(new Transition(before, before.With([.. workspace.Writes().Select(w => w.Write)]), workspace));
        return [.. workspace.Violations.Told().Select(r => $"{r.GetType().Name} {string.Join('.', r.Path)} {r.Message}")];
    }

    private static Element Copy(Element element) => ElementJson.Read(element.Kind, ElementJson.Write(element));
}
