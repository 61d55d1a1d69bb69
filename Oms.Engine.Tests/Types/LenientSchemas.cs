using Oms.Engine.Types;
using Oms.Engine.Validation;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Types;

/// <summary>Schemas that break rules are read, with a list of what was let pass.</summary>
public sealed class LenientSchemas
{
    [Theory]
    [InlineData("type Query { a: Int b: Int a: String }", "Field \"Query.a\" can only be defined once.", "a: String")]
    [InlineData("type Query { a(x: Int, x: String): Int }", "x", "a(x: String): Int")]
    [InlineData("type Query { a: E } enum E { A B A }", "A", "enum E {\n  A\n  B\n}")]
    [InlineData("type Query { a(i: I): Int } input I { x: Int x: Float }", "x", "x: Float")]
    [InlineData("type Query { a: T } type T { x: Int } type T { y: Int }", "only one type named \"T\"", "type T {\n  y: Int\n}")]
    [InlineData("type Query { a: Int } extend type Query { a: String b: Int }", "only be defined once", "a: Int\n  b: Int")]
    [InlineData("type Query { a: Int } extend type Nobody { a: String }", "Nobody", "type Query {\n  a: Int\n}")]
    [InlineData("type Query { a: Int } extend interface Query { b: String }", "Query", "type Query {\n  a: Int\n}")]
    [InlineData("type Query { a: Missing }", "Unknown type \"Missing\"", "scalar Missing")]
    [InlineData("type Query { a: Int @unknown(x: 1) }", "unknown", "a: Int")]
    [InlineData("type Query implements I { a: Int @deprecated } interface I { a: Int }", "deprecated", "a: Int @deprecated")]
    [InlineData("type Query { a: Int } type Empty", "Empty", "type Empty")]
    [InlineData("type Query { a: U } union U = E enum E { X }", "can only include object types", "union U")]
    [InlineData("schema { query: Q query: R } type Q { a: Int } type R { b: Int }", "query", "query: R")]
    [InlineData("schema { query: Q } schema { query: R } type Q { a: Int } type R { b: Int }", "schema", "query: Q")]
    public void What_breaks_a_rule_is_let_pass_and_listed(string sdl, string listed, string printed)
    {
        SchemaBuilder.New().AddDocumentFromString(sdl).TryBuild(out _, out _).ShouldBeFalse();
        SchemaBuilder.New().AddDocumentFromString(sdl).TryBuildLenient(out var schema, out var letPass).ShouldBeTrue(string.Join('\n', letPass));
        letPass.ShouldNotBeEmpty();
        letPass.ShouldContain(e => e.Message.Contains(listed, StringComparison.Ordinal), string.Join('\n', letPass));
        SchemaPrinter.Print(schema!).ShouldContain(printed);
    }

    [Fact]
    public void Of_a_schema_that_keeps_the_rules_nothing_is_listed()
    {
        const string Sdl = "type Query implements I { a(x: Int = 1): Int } interface I { a(x: Int): Int } extend type Query { b: [Query!] }";
        SchemaBuilder.New().AddDocumentFromString(Sdl).TryBuildLenient(out var schema, out var letPass).ShouldBeTrue();
        letPass.ShouldBeEmpty();
        SchemaPrinter.Print(schema).ShouldBe(SchemaPrinter.Print(SchemaBuilder.New().AddDocumentFromString(Sdl).Build()));
    }

    [Theory]
    [InlineData("type Query {", SchemaErrorPhase.Syntax)]
    [InlineData("type A { a: Int }", SchemaErrorPhase.TypeSystem)]
    [InlineData("scalar Query", SchemaErrorPhase.TypeSystem)]
    public void Without_a_query_root_or_by_the_wrong_grammar_there_is_no_schema(string sdl, SchemaErrorPhase phase)
    {
        SchemaBuilder.New().AddDocumentFromString(sdl).TryBuildLenient(out _, out var why).ShouldBeFalse();
        why.ShouldContain(e => e.Phase == phase);
    }

    [Fact]
    public void Documents_are_held_against_it_as_against_any_other()
    {
        SchemaBuilder.New().AddDocumentFromString("type Query { a: Int a: String @gone }").TryBuildLenient(out var schema, out _).ShouldBeTrue();
        DocumentValidator.Validate(schema!, Oms.Engine.Language.Parser.ParseDocument("{ a }")).ShouldBeEmpty();
        DocumentValidator.Validate(schema!, Oms.Engine.Language.Parser.ParseDocument("{ a { b } c }")).Count.ShouldBe(2);
    }
}
