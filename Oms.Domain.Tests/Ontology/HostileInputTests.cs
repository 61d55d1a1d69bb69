using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.BuiltIn;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Domain.Tests.Ontology;

/// <summary>Whatever a client sends is accepted or refused; nothing throws, and what is accepted can be read back.</summary>
public class HostileInputTests
{
    private static readonly Snapshot Model = Snapshot.Empty.After(
        Create(Type("T", Text("p"))), Create(Link("L", "T", "T")), Create(new Interface { Name = "I" }),
        Create(new SharedProperty { Name = "P", Type = TypeRef.Data("string") }),
        Create(new ValueType { Name = "V", BaseType = TypeRef.Data("string") }),
        Create(new StructType { Name = "S", Fields = [new StructField { Name = "f", Type = TypeRef.Data("string") }] }),
        Create(new ActionType { Name = "A" }), Create(new FunctionType { Name = "F" }));

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1", "9", "1e5", "1e400", "1e-400", "99999999999999999999", "0.1", "2147483648", "\"\"", "\" \"", "\"T\"", "\"S\"", "\"V\"",
        "\"P\"", "\"I\"", "\"F\"", "\"p\"", "\"string\"", "\"integer\"", "\"decimal\"", "\"date\"", "\"array\"", "\"map\"", "\"vector\"", "\"json\"", "\"float\"",
        "\"NaN\"", "\"geopoint\"", "\"timeseries\"", "\"ACTIVE\"", "\"DEPRECATED\"", "\"MIN\"", "\"MAX\"", "\"PATTERN\"", "\"ENUM\"", "\"MIN_LENGTH\"", "\"MAX_ITEMS\"",
        "\"BIDIRECTIONAL\"", "\"2024-02-30\"", "\"2024-02-29\"", "\"#12345G\"", "\"https://x.org\"", "\"(\"", "\"a*\"", "\"{p}\"", "\"{\"", "\"ot-1\"", "\"m-1\"", "\"m-1001\"",
        "\"vt-url\"", "\"st-address\"", "\"\\ud800\"", "\"\\u0000\"", "\"ot-" + "\\u00e9\"", "[]", "{}", "[null]", "[[]]",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_patches_and_elements(int seed)
    {
        var random = new Random(seed);
        var accepted = 0;
        for (var i = 0; i < 4000; i++)
        {
            var kind = (ElementKind)random.Next(8);
            var json = Json(Object(random, CanonicalJson.Options.GetTypeInfo(ElementJson.TypeOf(kind)), 0));
            var result = random.Next(2) == 0
                ? Editor.Apply(Model, [new UpdateElement(Ref("TLIPVSAF"[(int)kind].ToString()), json)], Ids)
                : ElementReader.ReadElement(kind, json) is { IsOk: true } read ? Editor.Apply(Model, [Create(read.Value)], Ids) : default;
            if (result.Refusals.IsDefault || !result.IsOk)
                continue;
            accepted++;
            foreach (var change in result.Value.Changes.Where(c => !c.After.IsEmpty))
            {
                var bytes = result.Value.Objects.First(o => o.Hash == change.After).Bytes;
                ElementJson.Write(ElementJson.Read(change.Element.Kind!.Value, bytes.Span)).ShouldBe(bytes.ToArray());
            }
        }

        accepted.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Half_surrogates_control_characters_and_huge_texts_are_refused()
    {
        Model.Refused<MalformedInput>(Create(Type("X") with { Description = LocalizedText.English("a\ud800b") }));
        Model.Refused<MalformedInput>(Create(Type("X") with { Icon = "\0" }));
        Model.Refused<InvalidName>(Create(Type("X\ud800")));
        Model.Refused(new UpdateElement(Ref("T"), Json("{\"description\":{\"en\":\"\\ud800\"}}"))).ShouldAllBe(r => r is MalformedInput);
        Model.Refused(new UpdateElement(Ref("T"), Json("{\"name\":\"a\",\"name\":\"b\"}"))).ShouldAllBe(r => r is MalformedInput);
        Model.Refused(new UpdateElement(Ref("T"), Json("[1]"))).ShouldAllBe(r => r is MalformedInput);
        Model.Refused(new UpdateElement(Ref("T"), Json(new string('[', 100)))).ShouldAllBe(r => r is MalformedInput);
    }

    [Fact]
    public void References_of_any_text_are_unknown()
    {
        foreach (var text in new[] { "", "-", "ot-", "ot-É", new string('x', 10_000), new string('-', 10_000), "\ud800-" })
            Editor.Apply(Model, [Create(Child("X", text)), new DeleteElement(Ref(text)), new RenameMember(Ref("T"), MemberId.Trusted(text), "q")], Ids)
                .Refusals.ShouldNotBeEmpty();
        MerkleMap.Empty.With([new MerkleEntry(Ref("ot-1"), ObjectHash.Of("x"u8))]).Find(Ref(new string('é', 10_000))).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_replacement_is_named_by_id_or_name()
    {
        var edit = Model.Edit(Create(Type("New")), new DeprecateElement(Ref("T"), new Deprecation { Reason = "old", ReplacedBy = "New" }) { Kind = ElementKind.ObjectType });

        edit.After.Named<ObjectType>("T").Deprecation!.ReplacedBy.ShouldBe(edit.After.Named<ObjectType>("New").Id.Value);
        edit.After.Refused<ReferencedElement>(new DeleteElement(Ref("New"))).Usages[0].Kind.ShouldBe(UsageKind.ReplacedBy);
        edit.After.After(new RestoreElement(Ref("T"))).Named<ObjectType>("T").Deprecation.ShouldBeNull();
    }

    // Mostly of the right shape, so that it gets past the reader; one value in twenty is anything.
    private static string Object(Random random, JsonTypeInfo info, int depth)
    {
        var fields = info.Properties.Where(p => p.IsRequired || random.Next(info.Properties.Count) < 3).Select(p =>
            $"\"{p.Name}\":{(p.Name == "name" ? $"\"n{random.Next(9)}\"" : Value(random, p.PropertyType, depth + 1))}");
        return $"{{{string.Join(',', fields)}}}";
    }

    private static string Value(Random random, Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (depth > 8 || random.Next(20) == 0 || type == typeof(JsonLiteral))
            return Any(random);
        if (type == typeof(LocalizedText))
            return $"{{\"en\":{Any(random)}}}";
        if (type == typeof(bool))
            return random.Next(2) == 0 ? "true" : "false";
        if (type == typeof(int))
            return $"{random.Next(-1, 12)}";
        if (type.IsEnum)
            return $"\"{JsonNamingPolicy.SnakeCaseUpper.ConvertName(Enum.GetNames(type)[random.Next(Enum.GetNames(type).Length)])}\"";
        if (type.IsGenericType)
            return $"[{string.Join(',', Enumerable.Range(0, random.Next(3)).Select(_ => Value(random, type.GetGenericArguments()[0], depth + 1)))}]";
        if (type == typeof(TypeRef) && random.Next(2) == 0)
            return $"{{\"dataType\":\"{DataTypes.All[random.Next(DataTypes.All.Length)].Id}\"}}";
        return CanonicalJson.Options.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Object } info ? Object(random, info, depth) : Any(random);
    }

    private static string Any(Random random) => random.Next(8) switch
    {
        0 => $"[{Any(random)},{Any(random)}]",
        1 => $"{{\"f\":{Any(random)}}}",
        _ => Values[random.Next(Values.Length)],
    };
}
