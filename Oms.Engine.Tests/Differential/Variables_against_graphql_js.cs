using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Oms.Engine.Execution;
using Oms.Engine.Language;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Differential;

public sealed class Variables_against_graphql_js(GraphQLJsOracle oracle, ITestOutputHelper output) : IClassFixture<GraphQLJsOracle>
{
    private const int CasesPerSchema = 16;

    private static readonly string[] Odd =
    [
        "1.0", "1e2", "-0", "2147483647", "2147483648", "-2147483649", "1e400", "9007199254740991", "0.1", "\"1\"", "\"V0\"", "\"\"", "\"\\ud83d\\ude00\"", "true", "null", "[]", "[[]]", "{}", "{\"f0\":null}", "{\"f0\":1,\"f1\":1}", "[null]",
        "{\"__proto__\":1}", "{\"f0\":{}}", "\"id\"", "-1.5", "{\"f0\":[[1]]}", "[1,\"a\",null]",
    ];

    [Fact]
    public void Variables_are_coerced_to_the_same_values_or_the_same_ones_are_at_fault()
    {
        var differences = new List<string>();
        int coerced = 0, refused = 0;
        for (var seed = DifferentialSettings.FirstSeed; seed < DifferentialSettings.FirstSeed + (2 * DifferentialSettings.Cases); seed++)
        {
            var schema = new GeneratedSchema(new Random(seed / CasesPerSchema));
            var (document, variables) = MakeCase(schema, new Random(seed));
            var answer = oracle.Ask(new JsonObject { ["kind"] = "coerce", ["sdl"] = schema.Sdl, ["document"] = document, ["variables"] = JsonNode.Parse(variables) });
            var expected = Describe(answer);
            coerced += expected.StartsWith('{') ? 1 : 0;
            refused += expected.StartsWith('{') ? 0 : 1;
            var actual = Coerce(schema.Sdl, document, variables);
            if (expected != actual)
                differences.Add($"seed {seed}\n{document}\n{variables}\nexpected {expected}\nactual   {actual}\n{schema.Sdl}");
        }

        output.WriteLine($"{coerced} coerced, {refused} refused");
        differences.ShouldBeEmpty($"{differences.Count} differ\n" + string.Join("\n\n", differences.Take(5)));
        coerced.ShouldBeGreaterThan(DifferentialSettings.Cases / 10);
        refused.ShouldBeGreaterThan(DifferentialSettings.Cases / 10);
    }

    private static (string Document, string Variables) MakeCase(GeneratedSchema schema, Random random)
    {
        string[] names = ["Int", "Float", "String", "Boolean", "ID", .. schema.Types.Where(t => t.Keyword is "enum" or "input").Select(t => t.Name)];
        var types = new Dictionary<string, TypeReference>(StringComparer.Ordinal);
        for (var i = random.Next(1, 5); i > 0; i--)
            types["v" + i] = TypeReference.Random(random, names[random.Next(names.Length)]);
        var literals = new LiteralGenerator(schema, random);
        var declared = types.Select(v => $"\n  ${v.Key}: {v.Value}" + (random.Next(4) == 0 ? " = " + literals.Literal(v.Value, 2) : ""));
        var variables = new GeneratedVariables(schema, random).Make(types);
        foreach (var name in types.Keys)
            if (random.Next(5) == 0)
                variables[name] = JsonNode.Parse(Odd[random.Next(Odd.Length)]);
        return ($"query ({string.Concat(declared)}) {{ __typename }}", variables.ToJsonString());
    }

    private static string Describe(JsonElement answer) => answer.TryGetProperty("values", out var values)
        ? values.GetString()!
        : "at fault " + string.Join(' ', answer.GetProperty("places").EnumerateArray().Select(p => $"{p[0][0]}:{p[0][1]}").Order(StringComparer.Ordinal));

    private static string Coerce(string sdl, string document, string json)
    {
        var schema = SchemaBuilder.New().AddDocumentFromString(sdl).Build();
        var operation = Parser.ParseDocument(document).Definitions.OfType<OperationDefinitionNode>().Single();
        var plans = operation.VariableDefinitions.Select(node => VariablePlan.TryCreate(schema, node, out var error) ?? throw new InvalidOperationException(error!.Message)).ToArray();
        var values = VariableCoercion.Coerce(plans, Encoding.UTF8.GetBytes(json), 64, out var errors);
        return values is null
            ? "at fault " + string.Join(' ', errors.Select(e => $"{e.Locations[0].Line}:{e.Locations[0].Column}").Order(StringComparer.Ordinal))
            : Text(values.Definitions.Zip(values.Values).Where(v => v.Second != Absent.Value).ToDictionary(v => v.First.Name, v => v.Second));
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => Quoted(text),
        JsonElement element => Text(element),
        double number => Number(number),
        IReadOnlyDictionary<string, object?> fields =>
            '{' + string.Join(',', fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{Text(f.Key)}:{Text(f.Value)}")) + '}',
        IEnumerable items => '[' + string.Join(',', items.Cast<object?>().Select(Text)) + ']',
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => '{' + string.Join(',', element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{Text(p.Name)}:{Text(p.Value)}")) + '}',
        JsonValueKind.Array => '[' + string.Join(',', element.EnumerateArray().Select(Text)) + ']',
        JsonValueKind.String => Text(element.GetString()),
        JsonValueKind.Number => Number(element.GetDouble()),
        _ => element.GetRawText(),
    };

    // As JavaScript writes it, as far as the cases go.
    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture) is "-0" ? "0" : number.ToString("R", CultureInfo.InvariantCulture);

    // As JavaScript writes it: what is beyond ASCII stays.
    private static string Quoted(string text) => '"' + string.Concat(text.Select(c => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        _ => c.ToString(),
    })) + '"';
}
