using System.Text.Json;
using System.Text.Json.Nodes;
using Oms.Engine.Language;
using Oms.Engine.Types;
using Oms.Engine.Validation;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Differential;

public sealed class Validation_against_graphql_js(GraphQLJsOracle oracle, ITestOutputHelper output) : IClassFixture<GraphQLJsOracle>
{
    private const int DocumentsPerSchema = 8;

    private readonly Dictionary<string, int> _documents = new(StringComparer.Ordinal);

    [Fact]
    public void Documents_are_found_valid_and_invalid_in_the_same_places()
    {
        Compare(MakeCase);
        _documents["valid"].ShouldBeGreaterThan(DifferentialSettings.Cases / 10);
        _documents.Count.ShouldBeGreaterThan(10, "too few rules were broken for the comparison to mean much");
    }

    [Fact]
    public void Fields_that_cannot_be_merged_are_found_in_the_same_places()
    {
        Compare(seed => (CrowdedDocument.Schema, new CrowdedDocument(new Random(seed)).Make()));
        _documents["OverlappingFieldsCanBeMergedRule"].ShouldBeGreaterThan(DifferentialSettings.Cases / 4);
        (DifferentialSettings.Cases - _documents["OverlappingFieldsCanBeMergedRule"]).ShouldBeGreaterThan(DifferentialSettings.Cases / 20);
    }

    [Fact]
    public void Parts_that_cannot_come_later_are_found_in_the_same_places()
    {
        Compare(MakeIncrementalCase);
        foreach (var rule in new[] { "OnRootField", "Label", "OnValidOperations" })
            _documents["DeferStreamDirective" + rule + "Rule"].ShouldBeGreaterThan(0);
        _documents["StreamDirectiveOnListFieldRule"].ShouldBeGreaterThan(0);
    }

    private void Compare(Func<int, (string Sdl, string Document)> make)
    {
        var differences = new List<string>();
        for (var seed = DifferentialSettings.FirstSeed; seed < DifferentialSettings.FirstSeed + DifferentialSettings.Cases; seed++)
        {
            var (sdl, document) = make(seed);
            var expected = Expected(sdl, document);
            var actual = Actual(sdl, document);
            if (!expected.SequenceEqual(actual))
                differences.Add(Describe(seed, sdl, document, expected, actual));
        }

        output.WriteLine(string.Join(", ", _documents.OrderByDescending(count => count.Value).Select(count => $"{count.Key} {count.Value}")));
        differences.ShouldBeEmpty(string.Join("\n\n", differences.Take(3)));
    }

    private static (string Sdl, string Document) MakeCase(int seed)
    {
        var schema = new GeneratedSchema(new Random(seed / DocumentsPerSchema));
        var random = new Random(seed);
        var document = new GeneratedDocument(schema, random).Text;
        return (schema.Sdl, seed % 4 == 0 ? document : new DocumentMutator(random, schema.Sdl, document).Mutate());
    }

    private static (string Sdl, string Document) MakeIncrementalCase(int seed)
    {
        var schema = new GeneratedSchema(new Random(seed / DocumentsPerSchema));
        var random = new Random(seed);
        var document = new GeneratedDocument(schema, random, isIncremental: true).Text;
        var sdl = Incremental_delivery_against_graphql_js.Directives + schema.Sdl;
        return (sdl, seed % 4 == 0 ? document : new DocumentMutator(random, sdl, document).Mutate());
    }

    private static JsonObject Question(string sdl, string document) => new()
    {
        ["kind"] = "validate",
        ["sdl"] = sdl,
        ["document"] = document,
        ["isIncremental"] = sdl.StartsWith(Incremental_delivery_against_graphql_js.Directives, StringComparison.Ordinal),
    };

    private string[] Expected(string sdl, string document)
    {
        var answer = oracle.Ask(Question(sdl, document));
        if (answer.TryGetProperty("syntax", out var place))
        {
            Count(["not a document"]);
            return ["syntax " + place.ToString()];
        }

        var errors = answer.GetProperty("errors").EnumerateArray();
        Count(errors.Select(error => error.GetProperty("rule").GetString()!).Distinct().DefaultIfEmpty("valid"));
        return [.. errors.Select(error => Sorted(error.GetProperty("locations").EnumerateArray().Select(item => $"{item[0]}:{item[1]}"))).Order(StringComparer.Ordinal)];
    }

    private void Count(IEnumerable<string> findings)
    {
        foreach (var finding in findings)
            _documents[finding] = _documents.GetValueOrDefault(finding) + 1;
    }

    private static string[] Actual(string sdl, string document)
    {
        try
        {
            var schema = SchemaBuilder.New().AddDocumentFromString(sdl).Build();
            var errors = DocumentValidator.Validate(schema, Parser.ParseDocument(document), ValidationOptions.Unlimited);
            return [.. errors.Select(error => Sorted(error.Locations.Select(place => $"{place.Line}:{place.Column}"))).Order(StringComparer.Ordinal)];
        }
        catch (SyntaxException e)
        {
            return [$"syntax [{e.Line},{e.Column}]"];
        }
    }

    private static string Sorted(IEnumerable<string> places) => string.Join(' ', places.Order(StringComparer.Ordinal));

    private string Describe(int seed, string sdl, string document, string[] expected, string[] actual)
    {
        var answer = oracle.Ask(Question(sdl, document));
        return $"""
            seed {seed}
            missing: {string.Join(" | ", Without(expected, actual))}
            not expected: {string.Join(" | ", Without(actual, expected))}
            document: {JsonSerializer.Serialize(document)}
            oracle: {answer}
            sdl: {sdl}
            """;
    }

    private static IEnumerable<string> Without(string[] these, string[] those)
    {
        var rest = those.ToList();
        return these.Where(item => !rest.Remove(item));
    }
}
