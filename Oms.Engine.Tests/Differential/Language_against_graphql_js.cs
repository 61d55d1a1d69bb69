using System.Text.Json;
using System.Text.Json.Nodes;
using Oms.Engine.Language;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Differential;

public sealed class Language_against_graphql_js(GraphQLJsOracle oracle, ITestOutputHelper output) : IClassFixture<GraphQLJsOracle>
{
    [Fact]
    public void Texts_are_the_same_tokens_documents_values_and_types_or_wrong_in_the_same_place()
    {
        var differences = new List<string>();
        int documents = 0, values = 0;
        for (var seed = DifferentialSettings.FirstSeed; seed < DifferentialSettings.FirstSeed + (4 * DifferentialSettings.Cases); seed++)
        {
            var source = MakeSource(seed);
            var actual = Read(source, out var printed);
            var answer = oracle.Ask(new JsonObject { ["kind"] = "language", ["source"] = source, ["printed"] = printed });
            var expected = Describe(answer);
            documents += expected.Contains("document", StringComparison.Ordinal) && !expected.Contains("document wrong", StringComparison.Ordinal) ? 1 : 0;
            values += expected.Contains("value wrong", StringComparison.Ordinal) ? 0 : 1;
            if (expected != actual)
                differences.Add($"seed {seed}\nsource {JsonSerializer.Serialize(source)}\nexpected {expected}\nactual   {actual}\nprinted {printed}");
        }

        output.WriteLine($"{documents} documents, {values} values");
        differences.ShouldBeEmpty($"{differences.Count} differ\n" + string.Join("\n\n", differences.Take(5)));
        documents.ShouldBeGreaterThan(DifferentialSettings.Cases / 10);
        values.ShouldBeGreaterThan(DifferentialSettings.Cases / 20);
    }

    private static string MakeSource(int seed)
    {
        var random = new Random(seed);
        var mutator = new SourceMutator(random);
        if (seed % 4 == 0)
            return mutator.Make();
        var schema = new GeneratedSchema(new Random(seed / 16));
        var source = seed % 4 == 1 ? schema.Sdl[..Math.Min(400, schema.Sdl.Length)] : new GeneratedDocument(schema, random).Text;
        return mutator.Mutate(source);
    }

    private static string Read(string source, out string? printed)
    {
        string? text = null;
        var tokens = OrPlace(() => string.Join(' ', Tokens(source)));
        var document = OrPlace(() =>
        {
            text = SyntaxPrinter.Print(Parser.ParseDocument(source));
            return "the same";
        });
        printed = text;
        return string.Join(
            '\n',
            "tokens " + tokens,
            "document " + document,
            "value " + OrPlace(() => Parser.ParseValue(new Source(source)).Kind.ToString()[..0]),
            "constant " + OrPlace(() => Parser.ParseValue(new Source(source), isConstant: true).Kind.ToString()[..0]),
            "type " + OrPlace(() => Parser.ParseType(new Source(source)).Kind.ToString()[..0]));
    }

    private static string OrPlace(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (SyntaxException e)
        {
            return $"wrong at {e.Line}:{e.Column}";
        }
    }

    private static IEnumerable<string> Tokens(string source)
    {
        var lexer = new Lexer(new Source(source));
        for (var token = lexer.Next(); token.Kind != TokenKind.EndOfFile; token = lexer.Next())
        {
            var place = lexer.Source.GetPosition(token.Start);
            yield return Token(TokenText.Of(token.Kind), place.Line, place.Column, lexer.GetValue(token));
        }
    }

    private static string Token(string kind, int line, int column, string? value) =>
        $"{kind}@{line}:{column}{(value is null ? "" : "=" + string.Concat(value.Select(c => c is >= ' ' and <= '~' ? c.ToString() : $"\\{(int)c:x4}")))}";

    private static string Describe(JsonElement answer) => string.Join(
        '\n',
        "tokens " + (Place(answer.GetProperty("tokens")) ?? string.Join(' ', answer.GetProperty("tokens").GetProperty("tokens").EnumerateArray()
            .Select(t => Token(t[0].GetString()!, t[1].GetInt32(), t[2].GetInt32(), t[3].GetString())))),
        "document " + (Place(answer.GetProperty("document")) ?? (answer.GetProperty("document").GetProperty("isSame").GetBoolean() ? "the same" : "another")),
        "value " + Place(answer.GetProperty("value")),
        "constant " + Place(answer.GetProperty("constant")),
        "type " + Place(answer.GetProperty("type")));

    private static string? Place(JsonElement part) =>
        part.TryGetProperty("place", out var place) ? $"wrong at {place[0]}:{place[1]}" : null;
}
