using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Execution;
using Oms.Engine.Validation;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Differential;

public sealed class Execution_against_graphql_js(GraphQLJsOracle oracle, ITestOutputHelper output) : IClassFixture<GraphQLJsOracle>
{
    private const int CasesPerSchema = 8;

    [Fact]
    public async Task Responses_have_the_same_data_and_errors()
    {
        var differences = new List<string>();
        int withData = 0, withErrors = 0, refused = 0;
        for (var seed = DifferentialSettings.FirstSeed; seed < DifferentialSettings.FirstSeed + DifferentialSettings.Cases; seed++)
        {
            var question = MakeQuestion(seed);
            if (question is null)
                continue;
            var expected = oracle.Ask(question);
            if (expected.TryGetProperty("invalid", out _))
                continue;
            var actual = await ExecuteAsync(question);
            if (expected.TryGetProperty("data", out _))
                withData++;
            else
                refused++;
            withErrors += expected.GetProperty("errors").GetArrayLength() > 0 ? 1 : 0;
            if (ResponseComparison.Difference(expected, actual) is { } difference)
                differences.Add($"seed {seed}: {difference}\n{question["document"]}\nvariables {question["variables"]}\nexpected {expected}\nactual {actual}\nschema {question["sdl"]}");
        }

        output.WriteLine($"{withData} with data, {withErrors} with errors, {refused} refused");
        differences.ShouldBeEmpty($"{differences.Count} differ\n" + string.Join("\n\n", differences.Take(3)));
        withData.ShouldBeGreaterThan(DifferentialSettings.Cases / 4);
        withErrors.ShouldBeGreaterThan(DifferentialSettings.Cases / 10);
    }

    private static JsonObject? MakeQuestion(int seed)
    {
        var schema = new GeneratedSchema(new Random(seed / CasesPerSchema));
        var random = new Random(seed);
        var document = new GeneratedDocument(schema, random);
        if (document.Root == "Subscription")
            return null;
        return new JsonObject
        {
            ["kind"] = "execute",
            ["sdl"] = schema.Sdl,
            ["document"] = document.Text,
            ["variables"] = new GeneratedVariables(schema, random).Make(document.Variables),
            ["root"] = new GeneratedData(schema, random).Object(document.Root, 4),
        };
    }

    private static async Task<JsonElement> ExecuteAsync(JsonObject question)
    {
        var executor = await new ServiceCollection()
            .AddGraphQLServer()
            .AddDocumentFromString((string)question["sdl"]!)
            .UseDefaultResolver(JsonData.Resolve)
            .UseTypeResolver(JsonData.TypeOf)
            .ModifyOptions(options => options.StrictBinding = false)
            .ModifyValidationOptions(_ => ValidationOptions.Unlimited)
            .ModifyCostOptions(options => options.EnforceCostLimits = false)
            .BuildRequestExecutorAsync();
        var request = new OperationRequest
        {
            Document = Encoding.UTF8.GetBytes((string)question["document"]!),
            Variables = Encoding.UTF8.GetBytes(question["variables"]!.ToJsonString()),
            RootValue = JsonSerializer.SerializeToElement(question["root"]),
        };
        await using var result = (OperationResult)await executor.ExecuteAsync(request, TestContext.Current.CancellationToken);
        return JsonDocument.Parse(result.ToJson(), new JsonDocumentOptions { MaxDepth = 512 }).RootElement;
    }
}
