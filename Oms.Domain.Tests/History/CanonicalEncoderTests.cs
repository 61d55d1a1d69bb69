using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Oms.Domain.History;
using Shouldly;
using Xunit;

namespace Oms.Domain.Tests.History;

public class CanonicalEncoderTests
{
    [Theory]
    [InlineData("plain é 이름 😀 \u2028 \u0378 </script> & '", "\"plain é 이름 😀 \u2028 \u0378 </script> & '\"")]
    [InlineData("\"\\\b\t\n\f\r\u0000\u001f\u007f", "\"\\\"\\\\\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\"")]
    public void Only_what_json_demands_is_escaped(string text, string json)
    {
        CanonicalJson.Literal(text).Text.ShouldBe(json);
        System.Text.Encoding.UTF8.GetString(CanonicalJson.Write(text)).ShouldBe(json);
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        CanonicalJson.Literal("a\ud800b").Text.ShouldBe("\"a\ufffdb\"");
        CanonicalJson.Literal("\udc00").Text.ShouldBe("\"\ufffd\"");
    }

    [Theory]
    [InlineData("""{"a":["\ud83d\ude00","\\ud800"]}""", true)]
    [InlineData("""{"a":["\ud800"]}""", false)]
    [InlineData("""{"\udc00":1}""", false)]
    [InlineData("""["\ud800\\udc00"]""", false)]
    [InlineData("""["\ud800\ud800\udc00"]""", false)]
    public void Json_whose_texts_are_no_unicode_is_no_literal(string json, bool expected)
    {
        using var document = JsonDocument.Parse(json);

        CanonicalJson.TryLiteral(document.RootElement, out _).ShouldBe(expected);
    }

    [Fact]
    public void Any_text_comes_back_and_in_one_form_whichever_way_it_is_written() => Prop.ForAll(
        Gen.Choose(0, 0x10FFFF).Where(c => c is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32).ListOf().Select(string.Concat).ToArbitrary(),
        text =>
        {
            var json = CanonicalJson.Literal(text).Text;
            JsonSerializer.Deserialize<string>(json).ShouldBe(text);
            CanonicalJson.Write(text).ShouldBe(System.Text.Encoding.UTF8.GetBytes(json));
            using var escaped = JsonDocument.Parse(JsonSerializer.Serialize(text));
            CanonicalJson.Literal(escaped.RootElement).Text.ShouldBe(json);
        }).QuickCheckThrowOnFailure();
}
