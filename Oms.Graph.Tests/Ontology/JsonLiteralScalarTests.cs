using System.Buffers;
using System.Text;
using System.Text.Json;
using Oms.Domain.Ontology;
using Oms.Engine.Language;
using Oms.Graph.Ontology;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Ontology;

public sealed class JsonLiteralScalarTests
{
    private static readonly JsonLiteralScalar Scalar = new();

    [Theory]
    [InlineData("{b: 1, a: [true, null, \"x\", E]}", """{"a":[true,null,"x","E"],"b":1}""")]
    [InlineData("1.50", "1.50")]
    [InlineData("\"\\u00e9\\\"\"", "\"é\\\"\"")]
    [InlineData("-12", "-12")]
    public void A_literal_of_a_document_becomes_canonical_text(string literal, string json)
    {
        Scalar.TryParseLiteral(Literal(literal), out var value).ShouldBeTrue();
        value.ShouldBe(new JsonLiteral(json));
    }

    [Fact]
    public void A_literal_nested_too_deep_is_refused() =>
        Scalar.TryParseLiteral(Literal(new string('[', 100) + new string(']', 100)), out _).ShouldBeFalse();

    [Fact]
    public void A_variable_becomes_canonical_text()
    {
        var reader = new Utf8JsonReader("""{"b": {"d": 1, "c": 2}, "a": "x"}"""u8);
        reader.Read();
        Scalar.TryParseJson(ref reader, out var value).ShouldBeTrue();
        value.ShouldBe(new JsonLiteral("""{"a":"x","b":{"c":2,"d":1}}"""));
        reader.TokenType.ShouldBe(JsonTokenType.EndObject);
    }

    [Fact]
    public void A_stored_text_is_written_as_it_is()
    {
        var output = new ArrayBufferWriter<byte>();
        Scalar.TryWrite(new JsonLiteral("""{"a":"이름"}"""), output).ShouldBeTrue();
        Encoding.UTF8.GetString(output.WrittenSpan).ShouldBe("""{"a":"이름"}""");
    }

    private static ValueNode Literal(string text)
    {
        var document = Parser.ParseDocument(new Source($"{{ f(a: {text}) }}", "test"), ParserOptions.Default);
        return ((FieldNode)((OperationDefinitionNode)document.Definitions[0]).SelectionSet.Selections[0]).Arguments[0].Value;
    }
}
