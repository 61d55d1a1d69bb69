using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Execution;
using Oms.Engine.Validation;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Differential;

public sealed class Incremental_delivery_against_graphql_js(GraphQLJsOracle oracle, ITestOutputHelper output) : IClassFixture<GraphQLJsOracle>
{
    private const int CasesPerSchema = 8;

    /// <summary>As the engine itself defines them when they are enabled.</summary>
    public const string Directives = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD

        """;

    [Fact]
    public async Task Parts_are_the_same_when_nothing_has_to_be_awaited() => await CompareAsync(isLate: false);

    [Fact]
    public async Task Parts_make_the_same_whole_when_fields_are_awaited() => await CompareAsync(isLate: true);

    private async Task CompareAsync(bool isLate)
    {
        var differences = new List<string>();
        int compared = 0, inParts = 0, failed = 0;
        for (var seed = DifferentialSettings.FirstSeed; seed < DifferentialSettings.FirstSeed + DifferentialSettings.Cases; seed++)
        {
            if (MakeQuestion(seed, isLate) is not { } question)
                continue;
            var answer = oracle.Ask(question);
            if (answer.TryGetProperty("invalid", out _))
                continue;
            var expected = new MergedDelivery([.. answer.GetProperty("responses").EnumerateArray().Select(r => JsonSerializer.SerializeToNode(r)!)]);
            var responses = await ExecuteAsync(question);
            var actual = new MergedDelivery(responses);
            compared++;
            inParts += expected.IsIncremental ? 1 : 0;
            failed += expected.Failed.Count > 0 ? 1 : 0;
            if (Difference(expected, actual, isLate) is { } difference)
                differences.Add($"seed {seed}: {difference}\n{question["document"]}\nvariables {question["variables"]}\nexpected {answer}\nactual {string.Join('\n', responses.Select(r => r.ToJsonString()))}\nroot {question["root"]}\nschema {question["sdl"]}");
        }

        output.WriteLine($"{compared} compared, {inParts} in parts, {failed} with parts that failed");
        differences.ShouldBeEmpty($"{differences.Count} differ\n" + string.Join("\n\n", differences.Take(2)));
        inParts.ShouldBeGreaterThan(DifferentialSettings.Cases / 5);
        failed.ShouldBeGreaterThan(DifferentialSettings.Cases / 100);
    }

    // A group whose fields another group has brought before it could be announced is not announced at all, which may go either way. What is
    // awaited comes when it comes: where several fields fail at once, the first to fail is told.
    private static string? Difference(MergedDelivery expected, MergedDelivery actual, bool isLate)
    {
        if (actual.Faults.Count > 0)
            return "faults: " + string.Join("; ", actual.Faults);
        if (expected.IsIncremental != actual.IsIncremental)
            return expected.IsIncremental ? "parts are expected" : "no parts are expected";
        if (ResponseComparison.Compare(Sorted(expected.Data), Sorted(actual.Data), "data") is { } data)
            return data;
        if (ResponseComparison.Compare(JsonSerializer.SerializeToElement(expected.Initial), JsonSerializer.SerializeToElement(actual.Initial), "initial") is { } initial)
            return initial;
        return Lists("failed", expected.Failed, actual.Failed)
            ?? (isLate ? null : Lists("errors", expected.Errors, actual.Errors)
            ?? Lists("pending", Places(expected), Places(actual)) ?? Lists("labels", actual.Announced.Intersect(expected.Announced).ToList(), [.. actual.Announced.Distinct()]));
    }

    private static List<string> Places(MergedDelivery delivery) => [.. delivery.Announced.Select(a => a[..(a.LastIndexOf(']') + 1)]).Distinct()];

    private static string? Lists(string name, List<string> expected, List<string> actual)
    {
        var missing = expected.ToList();
        var surplus = actual.Where(item => !missing.Remove(item)).ToList();
        return missing.Count + surplus.Count == 0 ? null : $"{name} missing: {string.Join(" | ", missing)}; not expected: {string.Join(" | ", surplus)}";
    }

    private static JsonElement Sorted(JsonNode? node) => JsonSerializer.SerializeToElement(Sort(node));

    private static JsonNode? Sort(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => KeyValuePair.Create(f.Key, Sort(f.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sort)]),
        _ => node?.DeepClone(),
    };

    private static JsonObject? MakeQuestion(int seed, bool isLate)
    {
        var schema = new GeneratedSchema(new Random(seed / CasesPerSchema));
        var random = new Random(seed);
        var document = new GeneratedDocument(schema, random, isIncremental: true);
        if (document.Root == "Subscription")
            return null;
        return new JsonObject
        {
            ["kind"] = "deliver",
            ["sdl"] = Directives + schema.Sdl,
            ["document"] = document.Text,
            ["variables"] = new GeneratedVariables(schema, random).Make(document.Variables),
            ["root"] = new GeneratedData(schema, random, isLate).Object(document.Root, 4),
        };
    }

    private static async Task<List<JsonNode>> ExecuteAsync(JsonObject question)
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
        await using var result = await executor.ExecuteAsync(request, TestContext.Current.CancellationToken);
        var responses = new List<JsonNode>();
        if (result is OperationResult single)
            return [JsonNode.Parse(single.ToJson(), documentOptions: new JsonDocumentOptions { MaxDepth = 512 })!];
        await foreach (var response in (ResponseStream)result)
            await using (response)
                responses.Add(JsonNode.Parse(response.ToJson(), documentOptions: new JsonDocumentOptions { MaxDepth = 512 })!);
        return responses;
    }
}
