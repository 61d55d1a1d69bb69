using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Types;

public sealed class SchemaComparisonTests
{
    private const string Before = """
        type Query { a(x: Int, y: Int! = 1, z: I = {a: 1, b: 2}): String b: [Int!]! c: C u: U e: E }
        type C implements N { id: ID! n: Int }
        type D { d: Int }
        interface N { id: ID! }
        interface M { n: Int }
        union U = C | D
        enum E { A B }
        input I { a: Int b: Int! c: [Int!] = [1] }
        scalar S
        directive @d(a: Int, b: Int = 2) repeatable on FIELD | QUERY
        """;

    [Theory]
    [InlineData("c: C u", "u", "FIELD_REMOVED", "Query.c")]
    [InlineData("b: [Int!]!", "b: [Int!]", "FIELD_CHANGED_KIND", "Query.b")]
    [InlineData("b: [Int!]!", "b: [Int]!", "FIELD_CHANGED_KIND", "Query.b")]
    [InlineData("b: [Int!]!", "b: Int!", "FIELD_CHANGED_KIND", "Query.b")]
    [InlineData("x: Int,", "", "ARG_REMOVED", "Query.a(x:)")]
    [InlineData("x: Int,", "x: Int!,", "ARG_CHANGED_KIND", "Query.a(x:)")]
    [InlineData("x: Int,", "x: [Int],", "ARG_CHANGED_KIND", "Query.a(x:)")]
    [InlineData("x: Int,", "x: Int, w: Int!,", "REQUIRED_ARG_ADDED", "Query.a(w:)")]
    [InlineData("x: Int,", "x: Int, w: Int! = 1,", "OPTIONAL_ARG_ADDED", "Query.a(w:)")]
    [InlineData("= 1,", "= 2,", "ARG_DEFAULT_VALUE_CHANGE", "Query.a(y:)")]
    [InlineData("b: 2}", "b: 3}", "ARG_DEFAULT_VALUE_CHANGE", "Query.a(z:)")]
    [InlineData("scalar S", "", "TYPE_REMOVED", "S")]
    [InlineData("scalar S", "enum S { A }", "TYPE_CHANGED_KIND", "S")]
    [InlineData("implements N", "", "IMPLEMENTED_INTERFACE_REMOVED", "C")]
    [InlineData("implements N", "implements N & M", "IMPLEMENTED_INTERFACE_ADDED", "C")]
    [InlineData("C | D", "C", "TYPE_REMOVED_FROM_UNION", "U")]
    [InlineData("C | D", "C | D | Query", "TYPE_ADDED_TO_UNION", "U")]
    [InlineData("A B }", "A }", "VALUE_REMOVED_FROM_ENUM", "E.B")]
    [InlineData("A B }", "A B C }", "VALUE_ADDED_TO_ENUM", "E.C")]
    [InlineData("input I {", "input I { n: Int", "OPTIONAL_INPUT_FIELD_ADDED", "I.n")]
    [InlineData("c: [Int!] = [1]", "", "FIELD_REMOVED", "I.c")]
    [InlineData("c: [Int!] = [1]", "c: [Int!]! = [1]", "FIELD_CHANGED_KIND", "I.c")]
    [InlineData("c: [Int!] = [1]", "c: [Int!] = [2]", "INPUT_FIELD_DEFAULT_VALUE_CHANGE", "I.c")]
    [InlineData("c: [Int!] = [1]", "c: [Int!]", "INPUT_FIELD_DEFAULT_VALUE_CHANGE", "I.c")]
    [InlineData("directive @d(a: Int, b: Int = 2) repeatable on FIELD | QUERY", "", "DIRECTIVE_REMOVED", "@d")]
    [InlineData("@d(a: Int, ", "@d(", "DIRECTIVE_ARG_REMOVED", "@d(a:)")]
    [InlineData("@d(a: Int, ", "@d(a: Int, r: Int!, ", "REQUIRED_DIRECTIVE_ARG_ADDED", "@d(r:)")]
    [InlineData("repeatable on", "on", "DIRECTIVE_REPEATABLE_REMOVED", "@d")]
    [InlineData("FIELD | QUERY", "FIELD", "DIRECTIVE_LOCATION_REMOVED", "@d")]
    public void Reports_what_clients_may_notice(string replaced, string by, string code, string coordinate)
    {
        var change = Compare(replaced, by).ShouldHaveSingleItem();
        (change.Code, change.Coordinate).ShouldBe((code, coordinate));
        change.IsBreaking.ShouldBe(code.Contains("REMOVED") || code.Contains("REQUIRED") || code.EndsWith("CHANGED_KIND"));
    }

    [Theory]
    [InlineData("scalar S", "scalar S scalar T")]
    [InlineData("e: E", "e: E! f: Int")]
    [InlineData("b: [Int!]!", "b: [Int!]! @deprecated")]
    [InlineData("y: Int! = 1", "y: Int = 1")]
    [InlineData("{a: 1, b: 2}", "{b: 2, a: 1}")]
    [InlineData("@d(a: Int,", "@d(a: Int, o: Int,")]
    [InlineData("FIELD | QUERY", "FIELD | QUERY | MUTATION")]
    [InlineData("b: Int! c", "b: Int c")]
    public void Passes_over_what_clients_do_not_notice(string replaced, string by) => Compare(replaced, by).ShouldBeEmpty();

    private static IReadOnlyList<SchemaChange> Compare(string replaced, string by)
    {
        Before.ShouldContain(replaced);
        return SchemaComparison.Compare(Build(Before), Build(Before.Replace(replaced, by, StringComparison.Ordinal)));
    }

    private static Schema Build(string sdl) => SchemaBuilder.New().AddDocumentFromString(sdl).Build();
}
