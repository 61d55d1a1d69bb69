using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Types;

public sealed class TypeRuleTests
{
    private const string Query = "type Query { q: Int } ";

    [Theory]
    [InlineData("type Q { a: Int }", null)]
    [InlineData("schema { mutation: M } type M { a: Int }", null)]
    [InlineData("schema { query: I } interface I { a: Int }", "I")]
    [InlineData("schema { query: Q mutation: Q } type Q { a: Int }", "Q")]
    [InlineData("input Query { a: Int }", "Query")]
    public void Refuses_roots(string sdl, string? coordinate) => Coordinates(sdl).ShouldBe([coordinate]);

    [Theory]
    [InlineData("type A", "A")]
    [InlineData("interface A", "A")]
    [InlineData("union A", "A")]
    [InlineData("enum A", "A")]
    [InlineData("input A", "A")]
    [InlineData("type __A { a: Int }", "__A")]
    [InlineData("type A { __a: Int }", "A.__a")]
    [InlineData("type A { a(__x: Int): Int }", "A.a(__x:)")]
    [InlineData("enum A { __A }", "A.__A")]
    [InlineData("input A { __a: Int }", "A.__a")]
    [InlineData("directive @__d on FIELD", "@__d")]
    [InlineData("directive @d(__x: Int) on FIELD", "@d(__x:)")]
    [InlineData("type A { a: I } input I { a: Int }", "A.a")]
    [InlineData("type A { a(x: A): Int }", "A.a(x:)")]
    [InlineData("input I { a: [Query!] }", "I.a")]
    [InlineData("directive @d(x: Query) on FIELD", "@d(x:)")]
    [InlineData("type A { a(x: Int! @deprecated): Int }", "A.a(x:)")]
    [InlineData("input I { a: Int! @deprecated }", "I.a")]
    [InlineData("directive @d(x: Int! @deprecated) on FIELD", "@d(x:)")]
    [InlineData("type A { a: Int @deprecated(reason: null) }", "A.a")]
    [InlineData("scalar S @specifiedBy(url: 5)", "S")]
    [InlineData("union U = Query | S scalar S", "U")]
    [InlineData("union U = Query | Query", "U")]
    [InlineData("input I @oneOf { a: Int! }", "I.a")]
    [InlineData("input I @oneOf { a: Int = 1 b: Int }", "I.a")]
    public void Refuses_by_itself(string sdl, string coordinate) => Coordinates(Query + sdl).ShouldBe([coordinate]);

    [Theory]
    [InlineData("type A implements Query { q: Int }", "A")]
    [InlineData("type A implements I & I { a: Int } interface I { a: Int }", "A")]
    [InlineData("interface I implements I { a: Int }", "I")]
    [InlineData("type A implements I { b: Int } interface I { a: Int }", "A")]
    [InlineData("type A implements I { a: String } interface I { a: Int }", "A.a")]
    [InlineData("type A implements I { a: Int } interface I { a: Int! }", "A.a")]
    [InlineData("type A implements I { a: Int } interface I { a(x: Int): Int }", "A.a")]
    [InlineData("type A implements I { a(x: Int!): Int } interface I { a(x: Int): Int }", "A.a(x:)")]
    [InlineData("type A implements I { a(x: Int, y: Int!): Int } interface I { a(x: Int): Int }", "A.a(y:)")]
    [InlineData("type A implements I { a: Int @deprecated } interface I { a: Int }", "A.a")]
    [InlineData("type A implements J { a: Int } interface I { a: Int } interface J implements I { a: Int }", "A")]
    [InlineData("type A implements I { a: [I] } interface I { a: [A!] }", "A.a")]
    public void Refuses_wrong_implementations(string sdl, string coordinate) => Coordinates(Query + sdl).ShouldBe([coordinate]);

    [Fact]
    public void Refuses_interfaces_that_implement_each_other()
    {
        Coordinates(Query + "interface I implements J { a: Int } interface J implements I { a: Int }").ShouldBe(["I", "J"]);
    }

    [Theory]
    [InlineData("Int = \"x\"")]
    [InlineData("Int = 1.0")]
    [InlineData("Int = 2147483648")]
    [InlineData("Int! = null")]
    [InlineData("[Int!] = [1, null]")]
    [InlineData("E = \"A\"")]
    [InlineData("E = B")]
    [InlineData("I = {}")]
    [InlineData("I = {a: 1, z: 1}")]
    [InlineData("I = {a: \"x\"}")]
    [InlineData("I = 5")]
    [InlineData("O = {}")]
    [InlineData("O = {a: 1, b: 1}")]
    [InlineData("O = {a: null}")]
    [InlineData("ID = true")]
    [InlineData("Boolean = 1")]
    [InlineData("String = E")]
    [InlineData("UUID = \"no\"")]
    public void Refuses_defaults_that_are_no_value_of_the_type(string argument)
    {
        const string types = " enum E { A } input I { a: Int! b: Int } input O @oneOf { a: Int b: Int } scalar UUID";
        Coordinates($"type Query {{ a(x: {argument}): Int }}{types}").ShouldAllBe(c => c == "Query.a(x:)");
        Coordinates($"type Query {{ a(x: {argument}): Int }}{types}").ShouldNotBeEmpty();
        Coordinates($"{Query} directive @d(x: {argument}) on FIELD{types}").ShouldContain("@d(x:)");
        Coordinates($"{Query} input P {{ x: {argument} }}{types}").ShouldContain("P.x");
    }

    [Theory]
    [InlineData("type A implements I & J { a(x: Int, y: Int, z: Int! = 1): A! } interface I { a(x: Int): J } interface J implements I { a(x: Int): J }")]
    [InlineData("type A implements I { a: [A!]! @deprecated } interface I { a: [U] @deprecated } union U = A")]
    [InlineData("input I { a: Int = 1 b: [Int!]! = 1 c: E = A d: S = {any: [1]} e: I = {a: null, e: null} f: Float = 1 g: ID = 7 } enum E { A } scalar S")]
    [InlineData("input I { i: I l: [I!]! o: O! } input O @oneOf { i: I a: Int }")]
    [InlineData("input I { a: I = {a: null, b: null} b: J = {i: {a: null, b: null}} } input J { i: I = {} }")]
    [InlineData("input I { a: Int @deprecated b: Int! = 1 @deprecated }")]
    public void Accepts(string sdl) => Coordinates(Query + sdl).ShouldBeEmpty();

    [Theory]
    [InlineData("input I { i: I! }", "I.i")]
    [InlineData("input I { j: J! } input J { k: K! } input K { i: I! }", "I.j")]
    [InlineData("input I { a: Int! j: J! } input J { j: J! }", "J.j")]
    public void Refuses_input_objects_that_need_themselves(string sdl, string coordinate) => Coordinates(Query + sdl).ShouldBe([coordinate]);

    [Theory]
    [InlineData("input I { i: I = {} }", "I.i")]
    [InlineData("input I { l: [I] = [{}] }", "I.l")]
    [InlineData("input I { j: J = {} } input J { i: I = {} }", "I.j")]
    [InlineData("input I { j: J = {x: {}} } input J { x: I y: Int }", "I.j")]
    public void Refuses_defaults_that_need_themselves(string sdl, string coordinate) => Coordinates(Query + sdl).ShouldBe([coordinate]);

    [Fact]
    public void Long_chains_of_input_objects_are_searched_without_recursion()
    {
        const int length = 20_000;
        var chain = string.Concat(Enumerable.Range(0, length).Select(i => $"input I{i} {{ n: I{i + 1}! d: I{i + 1} = {{n: {{}}}} }} "));
        Coordinates($"{Query}{chain} input I{length} {{ n: I0! }}").ShouldContain("I0.n");
    }

    [Fact]
    public void All_violations_are_found_together()
    {
        Coordinates("type Query { __a: I } input I { q: Query i: I! } type A implements N { b: Int } interface N { a: Int } union U = I")
            .ShouldBe(["U", "Query.__a", "Query.__a", "I.q", "A", "I.i"]);
    }

    private static IReadOnlyList<string?> Coordinates(string sdl)
    {
        SchemaBuilder.New().AddDocumentFromString(sdl).TryBuild(out _, out var errors);
        errors.ShouldAllBe(e => e.Phase == SchemaErrorPhase.TypeSystem);
        return [.. errors.Select(e => e.Coordinate)];
    }
}
