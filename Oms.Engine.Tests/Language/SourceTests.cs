using System.Text;
using Oms.Engine.Language;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Language;

public sealed class SourceTests
{
    [Theory]
    [InlineData("abc", 2, 1, 3)]
    [InlineData("a\nb", 2, 2, 1)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("a\rb", 2, 2, 1)]
    [InlineData("a\n\r\nb", 4, 3, 1)]
    [InlineData("😀b", 2, 1, 3)]
    [InlineData("a\n", 2, 2, 1)]
    [InlineData("", 0, 1, 1)]
    public void Counts_lines_and_utf16_columns(string text, int offset, int line, int column) =>
        new Source(text).GetPosition(offset).ShouldBe(new SourcePosition(line, column));

    [Fact]
    public void Decodes_utf8()
    {
        Source.FromUtf8("{ é😀 }"u8).Text.ShouldBe("{ é😀 }");
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', (byte)'\n', (byte)'b', 0xFF }, 2, 2)]
    [InlineData(new byte[] { 0xC3 }, 1, 1)]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, 1, 1)]
    public void Refuses_bytes_that_are_not_utf8_and_says_where(byte[] bytes, int line, int column)
    {
        var error = Should.Throw<SyntaxException>(() => Source.FromUtf8(bytes));
        (error.Line, error.Column).ShouldBe((line, column));
    }

    [Fact]
    public void A_node_knows_its_place_without_a_source_it_knows_none()
    {
        var document = Parser.ParseDocument("{\n  a\n}");
        document.Definitions[0].ShouldBeOfType<OperationDefinitionNode>().SelectionSet.Selections[0].Location.GetPosition()
            .ShouldBe(new SourcePosition(2, 3));
        var bare = Parser.ParseDocument("{ a }", new ParserOptions { IncludeLocations = false });
        bare.Location.IsNone.ShouldBeTrue();
        (bare.Location.Line, bare.Location.Column).ShouldBe((0, 0));
    }

    [Fact]
    public void Utf8_documents_parse_as_their_text()
    {
        var text = "query Q { a(x: \"é😀\") }";
        Parser.ParseDocument(Encoding.UTF8.GetBytes(text)).ToString().ShouldBe(Parser.ParseDocument(text).ToString());
    }
}
