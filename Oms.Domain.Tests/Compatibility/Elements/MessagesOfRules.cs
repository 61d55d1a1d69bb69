using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Ontology;
using Shouldly;
using Xunit;

namespace Oms.Domain.Tests.Compatibility.Elements;

/// <summary>A message says what tells the new from the old.</summary>
public sealed class MessagesOfRules
{
    private static readonly ElementId A = ElementId.Trusted("ot-a");

    public static TheoryData<TypeRef, TypeRef, string> Types => new()
    {
        { Decimal(10, 2), Decimal(12, 4), "The property A.p is decimal(12, 4) instead of decimal(10, 2)" },
        { TypeRef.Data("decimal"), Decimal(20, 2), "The property A.p is decimal(20, 2) instead of decimal(18, 2)" },
        { Vector(3), Vector(4), "The property A.p is vector(4) instead of vector(3)" },
        { Map("string"), Map("integer"), "The property A.p is map from integer to integer instead of map from string to integer" },
        { TypeRef.ArrayOf(Decimal(10, 2)), TypeRef.ArrayOf(Decimal(9, 2)), "The property A.p is array of decimal(9, 2) instead of array of decimal(10, 2)" },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void A_type_is_named_with_its_parts(TypeRef before, TypeRef after, string message) => Told(Type(before), Type(after)).ShouldContain(message);

    [Fact]
    public void Words_are_those_of_the_model()
    {
        var link = new LinkType
        {
            Id = ElementId.Trusted("lt-l"), Name = "L", Cardinality = Cardinality.OneToMany,
            From = new LinkEnd { Id = MemberId.Trusted("m-from"), Name = "to", Type = A }, To = new LinkEnd { Id = MemberId.Trusted("m-to"), Type = A },
        };
        Told(link, link with { Cardinality = Cardinality.OneToOne }).ShouldBe(["L is ONE_TO_ONE instead of ONE_TO_MANY"]);
        Told(link, link with { CascadeDelete = true, CascadeDepth = 1 }).ShouldBe(["Deleting along L reaches 1 link"]);
        Told(link, link with { CascadeDelete = true, CascadeDepth = 2 }).ShouldBe(["Deleting along L reaches 2 links"]);
        var type = new ObjectType { Id = A, Name = "A" };
        Told(type with { Classification = Classification.Public }, type with { Classification = Classification.Restricted }).ShouldBe(["A is RESTRICTED instead of PUBLIC"]);
    }

    private static IEnumerable<string> Told(Element before, Element after) =>
        OntologyComparison.Compare(RuleExamples.Of(before), RuleExamples.Of(after)).Select(f => f.Message).Distinct();

    private static ObjectType Type(TypeRef type) => new() { Id = A, Name = "A", Properties = [new Property { Id = MemberId.Trusted("m-1"), Name = "p", Type = type }] };

    private static TypeRef Decimal(int precision, int scale) => TypeRef.Data("decimal") with { Precision = precision, Scale = scale };

    private static TypeRef Vector(int dimensions) => TypeRef.Data("vector") with { Dimensions = dimensions };

    private static TypeRef Map(string key) => TypeRef.Data("map") with { Key = TypeRef.Data(key), Items = TypeRef.Data("integer") };
}
