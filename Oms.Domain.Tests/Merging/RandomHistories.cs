using System.Text.Json;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Tests.Ontology;
using static Oms.Domain.Tests.Ontology.Commits;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Domain.Tests.Merging;

/// <summary>Two histories by chance that part from a common one. What breaks a rule does not happen.</summary>
internal sealed class RandomHistories
{
    private readonly Random random;
    private readonly RandomCommits commits;
    private readonly CountingIds ids = new();

    internal RandomHistories(int seed, int mostSteps = 15)
    {
        random = new Random(seed);
        commits = new RandomCommits(seed);
        Base = Grown(Start(), 6);
        Ours = Grown(Base, random.Next(1, mostSteps + 1));
        Theirs = Grown(Base, random.Next(1, mostSteps + 1));
    }

    internal Snapshot Base { get; }

    internal Snapshot Ours { get; }

    internal Snapshot Theirs { get; }

    private Snapshot Start() => Editor.Apply(Snapshot.Empty, [
        .. Enumerable.Range(0, 6).Select(i => Create(Type("T" + i, Typed("p" + i, TypeRef.Data("integer")), Text("q" + i)))),
        .. Enumerable.Range(0, 3).Select(i => Create(new Interface { Name = "I" + i })),
        .. Enumerable.Range(0, 3).Select(i => Create(new ValueType
        {
            Name = "V" + i, BaseType = TypeRef.Data("integer"), Constraints = [RuleTests.Rule(ConstraintKind.Max, "50")],
        })),
        .. Enumerable.Range(0, 3).Select(i => Create(new SharedProperty { Name = "P" + i, Type = TypeRef.Data("integer") })),
        .. Enumerable.Range(0, 3).Select(i => Create(Link("L" + i, "T" + i, "T" + (i + 1)) with { Cardinality = Cardinality.OneToOne })),
    ], ids).Value.After;

    private Snapshot Grown(Snapshot start, int steps)
    {
        for (; steps > 0; steps--)
            start = Editor.Apply(start, [.. random.Next(4) == 0 ? commits.Next() : [Small(start)]], ids) is { IsOk: true } edit ? edit.Value.After : start;
        return start;
    }

    private Operation Small(Snapshot now)
    {
        var all = now.Map.Entries.Select(e => e.Id).Order().Select(now.Find).OfType<Element>().ToList();
        if (all.Count == 0)
            return Create(Type("T0"));
        var element = all[random.Next(all.Count)];
        var members = element.Members.ToList();
        if (members.Count > 0 && random.Next(2) == 0)
        {
            var member = members[random.Next(members.Count)];
            return random.Next(9) switch
            {
                5 or 6 when member is Property { SharedProperty: null } => new UpdateMember(
                    element.Id, member.Id, Patch(new { type = new { dataType = ((string[])["integer", "long", "string", "text", "json"])[random.Next(5)] } })),
                7 => new UpdateMember(element.Id, member.Id, Patch(new { isPrimaryKey = true })),
                8 => new UpdateMember(element.Id, member.Id, Patch(new { constraints = new[] { new { kind = "MAX", value = random.Next(99) } } })),
                0 => new UpdateMember(element.Id, member.Id, Patch(new { description = new { en = Sentence() } })),
                1 => new RenameMember(element.Id, member.Id, "p" + random.Next(9)),
                2 => new MoveMember(element.Id, member.Id, random.Next(3)),
                3 => new DeprecateMember(element.Id, member.Id, new Deprecation { Reason = Word() }),
                _ => new UpdateMember(element.Id, member.Id, Patch(new { annotations = new Dictionary<string, string> { [Word()] = Word() } })),
            };
        }

        return element switch
        {
            ObjectType when random.Next(3) == 0 => new UpdateElement(element.Id, Patch(new { parents = Ids(all, ElementKind.ObjectType), interfaces = Ids(all, ElementKind.Interface) })),
            Interface when random.Next(2) == 0 => new AddMember(
                element.Id, Typed("p" + random.Next(9), TypeRef.Data("integer")) with { IsRequired = random.Next(2) == 0 ? true : null }),
            LinkType when random.Next(2) == 0 => new UpdateElement(
                element.Id, Patch(new { cardinality = ((string[])["ONE_TO_MANY", "MANY_TO_ONE", "MANY_TO_MANY"])[random.Next(3)] })),
            ValueType when random.Next(2) == 0 => new UpdateElement(
                element.Id, Patch(new { constraints = new[] { new { kind = "MAX", value = random.Next(99) }, new { kind = "MIN", value = random.Next(40) } } })),
            SharedProperty when random.Next(3) == 0 => new UpdateElement(element.Id, Patch(new { type = new { dataType = random.Next(2) == 0 ? "long" : "string" } })),
            _ => Plain(element),
        };
    }

    private string[] Ids(List<Element> all, ElementKind kind) =>
        [.. all.Where(e => e.Kind == kind && random.Next(5) == 0).Take(2).Select(e => e.Id.Value)];

    private Operation Plain(Element element)
    {
        return random.Next(7) switch
        {
            0 => new UpdateElement(element.Id, Patch(new { description = new Dictionary<string, string> { [random.Next(2) == 0 ? "en" : "ko"] = Sentence() } })),
            1 => new UpdateElement(element.Id, Patch(new { tags = Enumerable.Range(0, random.Next(4)).Select(_ => Word()).Distinct() })),
            2 => new UpdateElement(element.Id, Patch(new { annotations = new Dictionary<string, object> { [Word()] = new[] { Word(), Word() + "2" } } })),
            3 => new DeprecateElement(element.Id, new Deprecation { Reason = Word() }),
            4 => new RestoreElement(element.Id),
            5 => new MoveElement(element.Id, Word()),
            _ => new DeleteElement(element.Id, random.Next(2) == 0),
        };
    }

    private string Sentence() => $"{Word()} {Word()} {Word()}";

    private string Word() => ((string[])["alpha", "beta", "gamma", "delta"])[random.Next(4)];

    private static JsonLiteral Patch(object patch) => Json(JsonSerializer.Serialize(patch));
}
