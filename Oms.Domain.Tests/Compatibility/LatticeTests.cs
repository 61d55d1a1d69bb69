using Oms.Domain.Compatibility;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.BuiltIn;
using Shouldly;
using Xunit;
using static Oms.Domain.Compatibility.Relation;

namespace Oms.Domain.Tests.Compatibility;

public class LatticeTests
{
    private static readonly TypeRef[] Types =
    [
        .. DataTypes.All.Where(t => t.Id is not ("array" or "map")).Select(t => TypeRef.Data(t.Id)),
        TypeRef.ArrayOf(TypeRef.Data("integer")),
        TypeRef.ArrayOf(TypeRef.Data("long")),
        TypeRef.ArrayOf(TypeRef.Data("string")),
        new TypeRef { DataType = "decimal", Precision = 30, Scale = 4 },
        new TypeRef { DataType = "decimal", Precision = 38, Scale = 18 },
        new TypeRef { ValueType = ElementId.Trusted("vt-url") },
        new TypeRef { ObjectType = ElementId.Trusted("ot-person") },
    ];

    [Theory]
    [InlineData("string", "text", Wider)]
    [InlineData("text", "string", Narrower)]
    [InlineData("integer", "long", Wider)]
    [InlineData("integer", "double", Wider)]
    [InlineData("float", "double", Wider)]
    [InlineData("date", "datetime", Wider)]
    [InlineData("boolean", "json", Wider)]
    [InlineData("long", "double", Unrelated)]
    [InlineData("integer", "string", Unrelated)]
    [InlineData("geopoint", "json", Unrelated)]
    public void A_type_is_wider_when_it_holds_every_value_of_the_other(string before, string after, Relation relation) =>
        TypeLattice.Compare(TypeRef.Data(before), TypeRef.Data(after)).ShouldBe(relation);

    [Theory]
    [InlineData("string", "text", "text", Severity.Info)]
    [InlineData("integer", "long", "long", Severity.Info)]
    [InlineData("float", "double", "double", Severity.Info)]
    [InlineData("string", "json", "json", Severity.Warn)]
    [InlineData("boolean", "json", "json", Severity.Warn)]
    [InlineData("integer", "double", "double", Severity.Error)]
    public void Two_types_join_at_the_severity_of_the_table_in_either_order(string one, string other, string joined, Severity severity)
    {
        TypeLattice.Join(TypeRef.Data(one), TypeRef.Data(other)).ShouldBe(new Widening<TypeRef>(TypeRef.Data(joined), severity));
        TypeLattice.Join(TypeRef.Data(other), TypeRef.Data(one)).ShouldBe(new Widening<TypeRef>(TypeRef.Data(joined), severity));
    }

    [Fact]
    public void Nothing_holds_both_a_text_and_a_number() =>
        TypeLattice.Join(TypeRef.Data("string"), TypeRef.Data("integer")).ShouldBeNull();

    [Fact]
    public void A_join_is_symmetric_and_holds_both()
    {
        foreach (var one in Types)
            foreach (var other in Types)
            {
                var joined = TypeLattice.Join(one, other, Snapshot.Empty);
                TypeLattice.Join(other, one, Snapshot.Empty).ShouldBe(joined);
                if (joined is { } up)
                    foreach (var side in new[] { one, other })
                        TypeLattice.Compare(side, up.Value, Snapshot.Empty).ShouldBeOneOf(Equal, Wider);
            }
    }

    [Fact]
    public void Comparing_is_antisymmetric_and_transitive()
    {
        foreach (var a in Types)
            foreach (var b in Types)
            {
                TypeLattice.Compare(b, a, Snapshot.Empty).ShouldBe(Turned(TypeLattice.Compare(a, b, Snapshot.Empty)));
                foreach (var c in Types)
                    if (TypeLattice.Compare(a, b, Snapshot.Empty) == Wider && TypeLattice.Compare(b, c, Snapshot.Empty) == Wider)
                        TypeLattice.Compare(a, c, Snapshot.Empty).ShouldBe(Wider, $"{a} {b} {c}");
            }
    }

    [Fact]
    public void Decimals_join_to_as_many_digits_on_each_side_of_the_point() =>
        TypeLattice.Join(new TypeRef { DataType = "decimal", Precision = 10, Scale = 2 }, new TypeRef { DataType = "decimal", Precision = 9, Scale = 5 })
            .ShouldBe(new Widening<TypeRef>(new TypeRef { DataType = "decimal", Precision = 13, Scale = 5 }, Severity.Info));

    [Fact]
    public void A_value_type_stands_below_its_base_where_it_can_be_looked_up()
    {
        var url = new TypeRef { ValueType = ElementId.Trusted("vt-url") };

        TypeLattice.Compare(url, TypeRef.Data("text"), Snapshot.Empty).ShouldBe(Wider);
        TypeLattice.Compare(url, TypeRef.Data("text")).ShouldBe(Unrelated);
    }

    [Theory]
    [InlineData(Cardinality.OneToOne, Cardinality.OneToMany, Cardinality.OneToMany, Severity.Info)]
    [InlineData(Cardinality.OneToOne, Cardinality.ManyToMany, Cardinality.ManyToMany, Severity.Warn)]
    [InlineData(Cardinality.OneToMany, Cardinality.ManyToMany, Cardinality.ManyToMany, Severity.Warn)]
    [InlineData(Cardinality.OneToMany, Cardinality.OneToOne, Cardinality.OneToMany, Severity.Error)]
    [InlineData(Cardinality.OneToMany, Cardinality.ManyToOne, Cardinality.ManyToMany, Severity.Error)]
    public void Cardinalities_widen_side_by_side(Cardinality before, Cardinality after, Cardinality joined, Severity severity)
    {
        CardinalityLattice.Join(before, after).ShouldBe(joined);
        CardinalityLattice.Join(after, before).ShouldBe(joined);
        CardinalityLattice.SeverityOf(before, after).ShouldBe(severity);
    }

    [Theory]
    [InlineData(ConstraintKind.Min, "1", "0", Wider)]
    [InlineData(ConstraintKind.Max, "1", "1.0", Equal)]
    [InlineData(ConstraintKind.Max, "10", "9", Narrower)]
    [InlineData(ConstraintKind.MaxLength, "9", "10", Wider)]
    [InlineData(ConstraintKind.Min, "\"2020-01-01\"", "\"2019-01-01\"", Wider)]
    [InlineData(ConstraintKind.Enum, "[\"a\"]", "[\"b\",\"a\"]", Wider)]
    [InlineData(ConstraintKind.Enum, "[\"a\",\"b\"]", "[\"b\",\"a\"]", Equal)]
    [InlineData(ConstraintKind.Enum, "[\"a\"]", "[\"b\"]", Unrelated)]
    [InlineData(ConstraintKind.Pattern, "\"a\"", "\"b\"", Unrelated)]
    [InlineData(ConstraintKind.Pattern, "\"a\"", null, Wider)]
    [InlineData(ConstraintKind.Pattern, null, "\"a\"", Narrower)]
    public void A_constraint_is_wider_when_it_allows_more(ConstraintKind kind, string? before, string? after, Relation relation) =>
        ConstraintLattice.Compare(Rule(kind, before), Rule(kind, after)).ShouldBe(relation);

    [Fact]
    public void Constraints_join_to_what_either_allows_and_patterns_do_not()
    {
        Joined(ConstraintKind.MinLength, "3", "5").ShouldBe("3");
        Joined(ConstraintKind.MaxLength, "3", "5").ShouldBe("5");
        Joined(ConstraintKind.Enum, "[\"a\",\"b\"]", "[\"b\",\"c\"]").ShouldBe("[\"a\",\"b\",\"c\"]");
        Joined(ConstraintKind.Max, "3", null).ShouldBeNull();
        ConstraintLattice.TryJoin(Rule(ConstraintKind.Pattern, "\"a\""), Rule(ConstraintKind.Pattern, "\"b\""), out _).ShouldBeFalse();
    }

    private static string? Joined(ConstraintKind kind, string? one, string? other)
    {
        ConstraintLattice.TryJoin(Rule(kind, one), Rule(kind, other), out var joined).ShouldBeTrue();
        ConstraintLattice.TryJoin(Rule(kind, other), Rule(kind, one), out var turned).ShouldBeTrue();
        ConstraintLattice.Compare(joined, turned).ShouldBe(Equal);
        return joined?.Value.Text;
    }

    private static Constraint? Rule(ConstraintKind kind, string? value) =>
        value is null ? null : new Constraint { Kind = kind, Value = new JsonLiteral(value) };

    private static Relation Turned(Relation relation) => relation switch
    {
        Wider => Narrower,
        Narrower => Wider,
        _ => relation,
    };
}
