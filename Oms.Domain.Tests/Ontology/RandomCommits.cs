using System.Text.Json;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using static Oms.Domain.Tests.Ontology.Commits;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Domain.Tests.Ontology;

/// <summary>Commits by chance over few names, so that they meet each other; many break a rule.</summary>
internal sealed class RandomCommits(int seed)
{
    private readonly Random random = new(seed);

    internal Operation[] Next() => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Operation())];

    private Operation Operation() => random.Next(14) switch
    {
        0 => Create(Type("T" + One(), Properties()) with { Parents = Refs("T", 2), Interfaces = Refs("I", 2), IsAbstract = Chance(3) }),
        1 => Create(new Interface { Name = "I" + One(), Extends = Refs("I", 1), Properties = [.. Properties()], RequiredLinks = Required() }),
        2 => Create(new ValueType { Name = "V" + One(), BaseType = TypeRef.Data("integer"), Constraints = Bounds() }),
        3 => Create(new StructType { Name = "S" + One(), Fields = [new StructField { Name = "f" + One(), Type = Typed(false) }] }),
        4 => Create(new SharedProperty { Name = "P" + One(), Type = Typed(true), DefaultValue = Chance(3) ? Json($"{random.Next(12)}") : null }),
        5 => Create(Link("L" + One(), Target(), Target()) with { From = new LinkEnd { Name = "l" + One(), Type = Ref(Target()) } }),
        6 => new UpdateElement(Ref("T" + One()), Patch(("parents", Names("T", 2)), ("interfaces", Names("I", 2)))),
        7 => new UpdateElement(Ref("V" + One()), Patch(("constraints", new[] { new { kind = "MAX", value = random.Next(12) } }))),
        8 => new UpdateElement(Ref("L" + One()), Patch(("to", new { type = Target() }))),
        9 => new AddMember(Ref((Chance(2) ? "T" : "I") + One()), Property()),
        10 => new RemoveMember(Ref((Chance(2) ? "T" : "I") + One()), MemberId.Trusted("p" + One()), Chance(2)),
        11 => new DeleteElement(Ref("TIVSPL"[random.Next(6)].ToString() + One()), Chance(2)),
        12 => new RenameElement(Ref("T" + One()), "T" + One()),
        _ => new UpdateElement(Ref("P" + One()), Patch(("type", new { dataType = Chance(2) ? "integer" : "long" }))),
    };

    private Property[] Properties() =>
        [.. Enumerable.Range(0, random.Next(3)).Select(_ => Property()).DistinctBy(p => p.Name)];

    private Property Property() => Chance(3)
        ? new Property { Name = "p" + One(), SharedProperty = Ref("P" + One()) }
        : new Property
        {
            Name = "p" + One(),
            Type = Typed(true),
            IsPrimaryKey = Chance(8),
            DefaultValue = Chance(3) ? Json($"{random.Next(12)}") : null,
        };

    private TypeRef Typed(bool structs) => random.Next(structs ? 4 : 3) switch
    {
        0 => new TypeRef { ValueType = Ref("V" + One()) },
        1 => new TypeRef { ObjectType = Ref("T" + One()) },
        2 => TypeRef.Data("integer"),
        _ => new TypeRef { StructType = Ref("S" + One()) },
    };

    private System.Collections.Immutable.ImmutableArray<RequiredLink> Required() =>
        Chance(3) ? [new RequiredLink { Name = "l" + One(), Target = Ref(Target()) }] : [];

    private System.Collections.Immutable.ImmutableArray<Constraint> Bounds() => [RuleTests.Rule(ConstraintKind.Max, $"{random.Next(12)}")];

    private System.Collections.Immutable.ImmutableArray<ElementId> Refs(string kind, int most) =>
        [.. Names(kind, most).Select(Ref)];

    private string[] Names(string kind, int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => kind + One()).Distinct()];

    private string Target() => (Chance(3) ? "I" : "T") + One();

    private int One() => random.Next(6);

    private bool Chance(int of) => random.Next(of) == 0;

    private static JsonLiteral Patch(params (string Name, object Value)[] fields) =>
        Json(JsonSerializer.Serialize(fields.ToDictionary(f => f.Name, f => f.Value)));
}
