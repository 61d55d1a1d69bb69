using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Binding;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Language;
using Oms.Engine.Types;
using Oms.Engine.Validation;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Differential;

public sealed class Schemas_against_graphql_js(GraphQLJsOracle oracle, ITestOutputHelper output) : IClassFixture<GraphQLJsOracle>
{
    private const string Introspection = """
        { __schema { description queryType { name } mutationType { name } subscriptionType { name }
            types { kind name description specifiedByURL isOneOf fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...V } type { ...T } isDeprecated deprecationReason }
              inputFields(includeDeprecated: true) { ...V } interfaces { ...T } enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...T } }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...V } } } }
        fragment V on __InputValue { name description type { ...T } defaultValue isDeprecated deprecationReason }
        fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } }
        """;

    private static readonly ServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    private readonly Dictionary<string, int> _phases = new(StringComparer.Ordinal);

    [Fact]
    public async Task Schemas_are_accepted_or_refused_in_the_same_places_and_printed_and_introspected_as_the_same()
    {
        var differences = new List<string>();
        for (var seed = DifferentialSettings.FirstSeed; seed < DifferentialSettings.FirstSeed + (2 * DifferentialSettings.Cases); seed++)
        {
            var sdl = new SchemaMutator(new Random(seed), new GeneratedSchema(new Random(seed / 8)).Sdl).Mutate();
            if (await DifferenceAsync(sdl) is { } difference)
                differences.Add($"seed {seed}: {difference}\n{sdl}");
        }

        output.WriteLine(string.Join(", ", _phases.Select(p => $"{p.Key} {p.Value}")));
        differences.ShouldBeEmpty($"{differences.Count} differ\n" + string.Join("\n\n", differences.Take(5)));
        foreach (var phase in new[] { "none", "document", "types" })
            _phases[phase].ShouldBeGreaterThan(DifferentialSettings.Cases / 20);
    }

    private async Task<string?> DifferenceAsync(string sdl)
    {
        var schema = Build(sdl, out var errors);
        var question = new JsonObject { ["kind"] = "schema", ["sdl"] = sdl };
        if (schema is not null)
        {
            question["printed"] = SchemaPrinter.Print(schema);
            question["introspected"] = await IntrospectAsync(schema);
        }

        var answer = oracle.Ask(question);
        var phase = answer.GetProperty("phase").GetString()!;
        _phases[phase] = _phases.GetValueOrDefault(phase) + 1;
        if (phase == "none" != (schema is not null))
            return $"expected {answer}\nactual {string.Join(" | ", errors.Select(e => e.Message))}";
        if (phase is "syntax" or "document")
            return PlacesDifference(answer, errors);
        return answer.TryGetProperty("difference", out var difference) && difference.ValueKind == JsonValueKind.Object ? difference.ToString() : null;
    }

    private static string? PlacesDifference(JsonElement answer, ImmutableArray<SchemaError> errors)
    {
        var expected = Sorted(answer.GetProperty("places").EnumerateArray().Select(places => places.EnumerateArray().Select(p => $"{p[0]}:{p[1]}")));
        var actual = Sorted(errors.Select(e => e.Locations.Where(l => !l.IsNone).Select(l => l.GetPosition()).Select(p => $"{p.Line}:{p.Column}")));
        return expected == actual ? null : $"expected {expected}\nactual   {actual}\n{answer}\n{string.Join(" | ", errors.Select(e => e.Message))}";
    }

    private static string Sorted(IEnumerable<IEnumerable<string>> errors) =>
        string.Join(" | ", errors.Select(places => string.Join(' ', places.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));

    private static Schema? Build(string sdl, out ImmutableArray<SchemaError> errors)
    {
        try
        {
            return SchemaBuilder.New().AddDocumentFromString(sdl).TryBuild(out var schema, out errors) ? schema : null;
        }
        catch (SyntaxException e)
        {
            errors = [new SchemaError(SchemaErrorPhase.Syntax, e.Message, [e.Location])];
            return null;
        }
    }

    private static async Task<JsonNode?> IntrospectAsync(Schema schema)
    {
        var setup = new SchemaSetup { DefaultResolver = _ => default, ValidationOptions = ValidationOptions.Unlimited };
        setup.CostOptions.EnforceCostLimits = false;
        var executor = new RequestExecutor(SchemaBinder.Bind(schema, setup, NoServices), setup, NoServices);
        var request = new OperationRequest { Document = Encoding.UTF8.GetBytes(Introspection) };
        await using var result = (OperationResult)await executor.ExecuteAsync(request, TestContext.Current.CancellationToken);
        var response = JsonNode.Parse(result.ToJson())!;
        response["errors"].ShouldBeNull();
        return response["data"]!.DeepClone();
    }
}
