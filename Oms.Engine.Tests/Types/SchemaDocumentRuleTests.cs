using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Types;

public sealed class SchemaDocumentRuleTests
{
    private const string Query = "type Query { a: Int } ";

    [Theory]
    [InlineData("schema { query: Query } schema { query: Query }", "LoneSchemaDefinition UniqueOperationTypes")]
    [InlineData("schema { query: Query } extend schema { query: Query }", "UniqueOperationTypes")]
    [InlineData("schema { query: Query query: Query }", "UniqueOperationTypes")]
    [InlineData("type A { a: Int } input A { b: Int }", "UniqueTypeNames")]
    [InlineData("enum E { A } extend enum E { A }", "UniqueEnumValueNames")]
    [InlineData("enum E { A A }", "UniqueEnumValueNames")]
    [InlineData("extend type Query { a: Int }", "UniqueFieldDefinitionNames")]
    [InlineData("input I { a: Int a: Int }", "UniqueFieldDefinitionNames")]
    [InlineData("type A { a(x: Int, x: Int): Int }", "UniqueArgumentDefinitionNames")]
    [InlineData("directive @d(x: Int, x: Int) on FIELD", "UniqueArgumentDefinitionNames")]
    [InlineData("directive @d on FIELD directive @d on FIELD", "UniqueDirectiveNames")]
    [InlineData("type A { a: B }", "KnownTypeNames")]
    [InlineData("union U = B", "KnownTypeNames")]
    [InlineData("type A implements B { a: Int }", "KnownTypeNames")]
    [InlineData("type A { a(x: B): Int }", "KnownTypeNames")]
    [InlineData("schema { query: B }", "KnownTypeNames")]
    [InlineData("type A @x { a: Int }", "KnownDirectives")]
    [InlineData("type A @skip(if: true) { a: Int }", "KnownDirectives")]
    [InlineData("input I { a: Int @d } directive @d on ARGUMENT_DEFINITION", "KnownDirectives")]
    [InlineData("type A { a(x: Int @d): Int } directive @d on INPUT_FIELD_DEFINITION", "KnownDirectives")]
    [InlineData("extend schema @d directive @d on OBJECT", "KnownDirectives")]
    [InlineData("type A @d @d { a: Int } directive @d on OBJECT", "UniqueDirectivesPerLocation")]
    [InlineData("type A @d { a: Int } extend type A @d directive @d on OBJECT", "UniqueDirectivesPerLocation")]
    [InlineData("extend schema @d extend schema @d directive @d on SCHEMA", "UniqueDirectivesPerLocation")]
    [InlineData("type A @d @d { a: Int @f @f } directive @d repeatable on OBJECT directive @f on FIELD_DEFINITION", "UniqueDirectivesPerLocation")]
    [InlineData("extend type B { a: Int }", "PossibleTypeExtensions")]
    [InlineData("extend scalar Int @d directive @d on SCALAR", "PossibleTypeExtensions")]
    [InlineData("extend enum Query { A }", "PossibleTypeExtensions")]
    [InlineData("type A @d(y: 1) { a: Int } directive @d(x: Int) on OBJECT", "KnownArgumentNames")]
    [InlineData("type A { a: Int @deprecated(why: 1) }", "KnownArgumentNames")]
    [InlineData("type A @d(x: 1, x: 2) { a: Int } directive @d(x: Int) on OBJECT", "UniqueArgumentNames")]
    [InlineData("type A @d(x: {a: 1, a: 2}) { a: Int } directive @d(x: S) on OBJECT scalar S", "UniqueInputFieldNames")]
    [InlineData("input I { s: S = {a: 1, a: 2} } scalar S", "UniqueInputFieldNames")]
    [InlineData("type A @d { a: Int } directive @d(x: Int!) on OBJECT", "ProvidedRequiredArguments")]
    [InlineData("scalar S @specifiedBy", "ProvidedRequiredArguments")]
    public void Refuses_by_rule(string sdl, string rules)
    {
        var errors = Errors(Query + sdl);
        errors.Select(e => e.Rule).Distinct().Order().ShouldBe(rules.Split(' '));
        errors.ShouldAllBe(e => e.Phase == SchemaErrorPhase.Document && e.Locations.Length > 0 && !e.Locations[0].IsNone);
    }

    [Theory]
    [InlineData("directive @d(x: Int! = 1) repeatable on OBJECT type A @d @d(x: 2) { a: Int }")]
    [InlineData("directive @d on ENUM_VALUE | ARGUMENT_DEFINITION enum E { A @d B @d } type A { a(x: Int @d, y: Int @d): Int }")]
    [InlineData("directive @skip on OBJECT type A @skip { a: Int }")]
    [InlineData("type A { a: __Type }")]
    [InlineData("scalar S input I { s: S = {a: {a: 1}, b: {a: 1}} }")]
    [InlineData("scalar Int")]
    public void Accepts(string sdl) => Errors(Query + sdl).ShouldBeEmpty();

    [Fact]
    public void Names_both_places_of_a_repetition()
    {
        var error = Errors("type Query { a: Int\n  a: Int }").ShouldHaveSingleItem();
        error.Coordinate.ShouldBe("Query.a");
        error.Locations.Select(l => (l.Line, l.Column)).ShouldBe([(1, 14), (2, 3)]);
    }

    private static IReadOnlyList<SchemaError> Errors(string sdl)
    {
        SchemaBuilder.New().AddDocumentFromString(sdl).TryBuild(out _, out var errors);
        return errors;
    }
}
