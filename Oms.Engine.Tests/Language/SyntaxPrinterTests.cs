using FsCheck;
using FsCheck.Fluent;
using Oms.Engine.Language;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Language;

public sealed class SyntaxPrinterTests
{
    [Theory]
    [InlineData("query { a }", "{\n  a\n}")]
    [InlineData("query Q { a }", "query Q {\n  a\n}")]
    [InlineData("query ($a: Int) { a }", "query ($a: Int) {\n  a\n}")]
    [InlineData("query @d { a }", "query @d {\n  a\n}")]
    [InlineData("\"x\" query { a }", "\"x\"\nquery {\n  a\n}")]
    [InlineData("{a ...F ...{b} ...on T@d{c:d}}", "{\n  a\n  ...F\n  ... {\n    b\n  }\n  ... on T @d {\n    c: d\n  }\n}")]
    [InlineData("{a(x:[1,2],y:{b:null,c:E},z:\"q\\\"\")}", "{\n  a(x: [1, 2], y: {b: null, c: E}, z: \"q\\\"\")\n}")]
    [InlineData("type A implements B&C@d{a(x:Int=1):[Int!]!@e}", "type A implements B & C @d {\n  a(x: Int = 1): [Int!]! @e\n}")]
    [InlineData("type A { a(\"d\" x: Int): Int }", "type A {\n  a(\n    \"d\"\n    x: Int\n  ): Int\n}")]
    [InlineData("\"\"\"one\ntwo\"\"\" type A { \"\"\"f\"\"\" a: Int }", "\"\"\"\none\ntwo\n\"\"\"\ntype A {\n  \"\"\"f\"\"\"\n  a: Int\n}")]
    [InlineData("extend union U=A|B extend enum E{A@d} union V", "extend union U = A | B\n\nextend enum E {\n  A @d\n}\n\nunion V")]
    [InlineData("directive@d(a:Int)repeatable on FIELD|QUERY", "directive @d(a: Int) repeatable on FIELD | QUERY")]
    [InlineData("schema@d{query:Q}extend schema{mutation:M}", "schema @d {\n  query: Q\n}\n\nextend schema {\n  mutation: M\n}")]
    public void Lays_documents_out(string text, string expected) => Parser.ParseDocument(text).ToString().ShouldBe(expected);

    [Fact]
    public void Arguments_that_make_a_field_too_long_stand_on_lines_of_their_own()
    {
        var name = new string('a', 40);
        Parser.ParseDocument($"{{ f({name}: 1, b{name}: 2) }}").ToString().ShouldBe($"{{\n  f(\n    {name}: 1\n    b{name}: 2\n  )\n}}");
    }

    [Theory]
    [InlineData("type A query { a }", "type A\n\nquery {\n  a\n}")]
    [InlineData("extend schema @d query { a }", "extend schema @d\n\nquery {\n  a\n}")]
    [InlineData("scalar A query { a }", "scalar A\n\n{\n  a\n}")]
    public void A_query_is_not_shortened_where_its_brace_would_belong_to_the_definition_before(string text, string expected) =>
        Parser.ParseDocument(text).ToString().ShouldBe(expected);

    [Fact]
    public void Any_text_reads_back_as_it_was()
    {
        Prop.ForAll(Texts, text =>
        {
            foreach (var isBlock in new[] { false, true })
            {
                var printed = SyntaxPrinter.PrintString(text, isBlock);
                ((StringValueNode)Parser.ParseValue(new Source(printed))).Value.ShouldBe(text);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_printed_document_reads_back_and_prints_the_same()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var printed = Parser.ParseDocument(RandomDocument.Create(seed)).ToString();
            Parser.ParseDocument(printed).ToString().ShouldBe(printed);
        }).QuickCheckThrowOnFailure();
    }

    // Few characters, all of which matter to strings, so that their combinations occur.
    private static Arbitrary<string> Texts =>
        Gen.ArrayOf(Gen.Elements("a", " ", "\t", "\n", "\r", "\"", "\"\"\"", "\\", "é", "😀", "\0", "\x7F", "  b")).Select(string.Concat).ToArbitrary();
}
