using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Oms.Engine.Language;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Types;

public sealed class ScalarCoercionTests
{
    [Theory]
    [InlineData("Int", "-2147483648", -2147483648)]
    [InlineData("Float", "1", 1d)]
    [InlineData("Float", "-1.5e3", -1500d)]
    [InlineData("String", "\"a\"", "a")]
    [InlineData("Boolean", "true", true)]
    [InlineData("ID", "\"x\"", "x")]
    [InlineData("ID", "007", null)]
    [InlineData("ID", "70000000000000000000", "70000000000000000000")]
    [InlineData("Long", "9223372036854775807", 9223372036854775807L)]
    [InlineData("Byte", "255", (byte)255)]
    [InlineData("Int", "2147483648", null)]
    [InlineData("Int", "1.0", null)]
    [InlineData("Int", "\"1\"", null)]
    [InlineData("Float", "1e999", null)]
    [InlineData("Float", "\"1\"", null)]
    [InlineData("String", "1", null)]
    [InlineData("String", "ENUM", null)]
    [InlineData("Boolean", "1", null)]
    [InlineData("ID", "1.5", null)]
    [InlineData("Long", "9223372036854775808", null)]
    [InlineData("Byte", "256", null)]
    [InlineData("Byte", "-1", null)]
    [InlineData("Decimal", "1e40", null)]
    [InlineData("UUID", "\"{00000000-0000-0000-0000-000000000001}\"", null)]
    [InlineData("Date", "\"2026-02-30\"", null)]
    [InlineData("DateTime", "\"2026-01-02T03:04:05\"", null)]
    [InlineData("DateTime", "\"2026-01-02\"", null)]
    [InlineData("URL", "\"/relative\"", null)]
    public void Reads_literals(string scalar, string literal, object? expected)
    {
        var node = literal == "007" ? new FloatValueNode(default, "007") : Parser.ParseValue(new Source(literal));
        Of(scalar).TryParseLiteral(node, out var value).ShouldBe(expected is not null);
        value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("Int", "1", 1)]
    [InlineData("Int", "1.0", 1)]
    [InlineData("Int", "1e2", 100)]
    [InlineData("Float", "1", 1d)]
    [InlineData("String", "\"é\"", "é")]
    [InlineData("Boolean", "false", false)]
    [InlineData("ID", "5", "5")]
    [InlineData("Long", "5000000000", 5000000000L)]
    [InlineData("Int", "1.5", null)]
    [InlineData("Int", "2147483648", null)]
    [InlineData("Int", "true", null)]
    [InlineData("Int", "\"1\"", null)]
    [InlineData("Int", "1e999999", null)]
    [InlineData("Float", "1e999999", null)]
    [InlineData("Float", "\"1\"", null)]
    [InlineData("String", "5", null)]
    [InlineData("String", "\"\\uD800\"", null)]
    [InlineData("Boolean", "\"true\"", null)]
    [InlineData("ID", "1.5", null)]
    [InlineData("ID", "true", null)]
    [InlineData("ID", "[]", null)]
    [InlineData("UUID", "5", null)]
    public void Reads_json(string scalar, string json, object? expected)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        var start = reader.TokenStartIndex;
        Of(scalar).TryParseJson(ref reader, out var value).ShouldBe(expected is not null);
        value.ShouldBe(expected);
        reader.TokenStartIndex.ShouldBe(start);
    }

    public static TheoryData<string, object, string?> Results => new()
    {
        { "Int", 1, "1" },
        { "Int", 1L, "1" },
        { "Int", 1.0, "1" },
        { "Int", true, "1" },
        { "Int", "123", "123" },
        { "Int", 1.5, null },
        { "Int", 2147483648L, null },
        { "Int", "x", null },
        { "Int", "", null },
        { "Int", double.NaN, null },
        { "Float", 1, "1" },
        { "Float", 0.1f, "0.1" },
        { "Float", "1.5", "1.5" },
        { "Float", double.PositiveInfinity, null },
        { "Float", "x", null },
        { "String", "a\"é<\n", "\"a\\\"é<\\n\"" },
        { "String", true, "\"true\"" },
        { "String", 1.5, "\"1.5\"" },
        { "String", 3.0, "\"3\"" },
        { "String", new object(), null },
        { "Boolean", false, "false" },
        { "Boolean", 2, "true" },
        { "Boolean", 0.0, "false" },
        { "Boolean", "true", null },
        { "ID", 5, "\"5\"" },
        { "ID", Guid.Empty, "\"00000000-0000-0000-0000-000000000000\"" },
        { "ID", 1.5, null },
        { "ID", true, null },
        { "Long", long.MaxValue, "9223372036854775807" },
        { "Byte", 256, null },
        { "Decimal", 1.10m, "1.10" },
        { "UUID", Guid.Empty, "\"00000000-0000-0000-0000-000000000000\"" },
        { "UUID", "x", null },
        { "Date", new DateOnly(2026, 1, 2), "\"2026-01-02\"" },
        { "DateTime", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(1), "\"2026-01-02T03:04:05.0000001Z\"" },
        { "DateTime", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(-2)), "\"2026-01-02T03:04:05-02:00\"" },
        { "DateTime", new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), "\"2026-01-02T03:04:05Z\"" },
        { "DateTime", new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Unspecified), null },
        { "URL", new Uri("https://example.org/a"), "\"https://example.org/a\"" },
        { "JSON", new Dictionary<string, object> { ["a"] = new[] { 1, 2 } }, "{\"a\":[1,2]}" },
        { "Other", "text", "\"text\"" },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void Writes_results(string scalar, object result, string? expected) => Write(scalar, result).ShouldBe(expected);

    [Theory]
    [InlineData("DateTime", "\"2026-01-02T03:04:05.678+05:30\"")]
    [InlineData("DateTime", "\"2026-01-02T03:04:05Z\"")]
    [InlineData("Date", "\"2024-02-29\"")]
    [InlineData("UUID", "\"0f8fad5b-d9cb-469f-a165-70867728950e\"")]
    [InlineData("URL", "\"https://example.org/a?b=c#d\"")]
    [InlineData("Decimal", "12345678901234567890.12345678")]
    [InlineData("JSON", "{\"a\":[1,null,true,{\"b\":1.5e300}]}")]
    [InlineData("Any", "[\"x\"]")]
    public void What_was_read_is_written_as_it_was(string scalar, string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        Of(scalar).TryParseJson(ref reader, out var value).ShouldBeTrue();
        Of(scalar).RuntimeType.IsInstanceOfType(value).ShouldBeTrue();
        Write(scalar, value!).ShouldBe(json);

        Of(scalar).TryParseObject(JsonDocument.Parse(json).RootElement, out var fromElement).ShouldBeTrue();
        Write(scalar, fromElement!).ShouldBe(json);
    }

    [Fact]
    public void An_unknown_scalar_takes_any_literal()
    {
        var literal = Parser.ParseValue(new Source("{a: [1, 2.50, ENUM, \"s\", null, true]}"));
        ScalarCoercion.Any.TryParseLiteral(literal, out var value).ShouldBeTrue();
        Write("Other", value!).ShouldBe("{\"a\":[1,2.50,\"ENUM\",\"s\",null,true]}");
    }

    [Fact]
    public void A_deep_literal_is_bounded_by_the_parser()
    {
        var depth = ParserOptions.Default.MaxAllowedDepth;
        var literal = Parser.ParseValue(new Source(new string('[', depth) + new string(']', depth)));
        ScalarCoercion.Any.TryParseLiteral(literal, out var value).ShouldBeTrue();
        ((JsonElement)value!).GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public void Numbers_do_not_follow_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
            Write("Float", -1.5).ShouldBe("-1.5");
            Write("String", -1.5).ShouldBe("\"-1.5\"");
            Of("Float").TryParseLiteral(new FloatValueNode(default, "-1.5"), out var value).ShouldBeTrue();
            value.ShouldBe(-1.5);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string? Write(string scalar, object value)
    {
        var output = new ArrayBufferWriter<byte>();
        if (Of(scalar).TryWrite(value, output))
            return Encoding.UTF8.GetString(output.WrittenSpan);
        output.WrittenCount.ShouldBe(0);
        return null;
    }

    private static ScalarCoercion Of(string scalar) =>
        ((ScalarType)SchemaBuilder.New()
            .AddDocumentFromString($"type Query {{ a: Int }} scalar {scalar}")
            .Build().Types[scalar]).Coercion;
}
