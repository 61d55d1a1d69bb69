using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Binding;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Language;
using Oms.Engine.Response;
using Oms.Engine.Types;
using Oms.Engine.Validation;

namespace Oms.Engine.Conformance;

/// <summary>Cases about requests (spec 6 and 4), executed over the JSON of the case.</summary>
internal static class ExecutionCases
{
    private static readonly ServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    private static (Schema Schema, IRequestExecutor Executor)? latest;

    public static object Execute(JsonElement input) => Text(Run(input));

    /// <summary>The answer to a case's request.</summary>
    public static IExecutionResult Run(JsonElement input)
    {
        var request = Request(input, input.TryGetProperty("rootValue", out var root) ? root : default);
        return ExecutorOf(input).ExecuteAsync(request).AsTask().GetAwaiter().GetResult();
    }

    public static object Subscribe(JsonElement input)
    {
        var events = input.GetProperty("events").EnumerateArray().Select(e => (object?)e).ToList();
        var request = Request(input, default, events);
        var result = ExecutorOf(input).ExecuteAsync(request).AsTask().GetAwaiter().GetResult();
        return result is ResponseStream stream
            ? new Dictionary<string, object?> { ["results"] = ReadAsync(stream).GetAwaiter().GetResult() }
            : Text(result);
    }

    public static object Coerce(JsonElement input)
    {
        var schema = SchemaCases.Get(InputText.Get(input, "sdl"));
        var document = Parser.ParseDocument(new Source(InputText.Get(input, "query")), EvaluationLimits.Parser);
        var variables = VariablesOf(input);
        var (plans, errors) = Plan(schema, document.Definitions.OfType<OperationDefinitionNode>().First());
        var values = VariableCoercion.Coerce(plans, variables, EvaluationLimits.MaxDepth, out var found);
        errors.AddRange(found);
        return values is null || errors.Count > 0
            ? new Dictionary<string, object?> { ["ok"] = false, ["errors"] = errors.Select(Describe).ToList() }
            : new Dictionary<string, object?> { ["ok"] = true, ["values"] = new RawJson(EchoText.Of(Given(values))) };
    }

    private static Dictionary<string, object?> Given(VariableValues values) => values.Definitions.Zip(values.Values)
        .Where(v => v.Second != Absent.Value).ToDictionary(v => v.First.Name, v => v.Second);

    // Nothing has validated the operation: a variable whose type is no input type is at fault, and the others are coerced all the same.
    private static (VariablePlan[] Plans, List<GraphQLError> Errors) Plan(Schema schema, OperationDefinitionNode operation)
    {
        var plans = new List<VariablePlan>();
        var errors = new List<GraphQLError>();
        foreach (var node in operation.VariableDefinitions)
        {
            if (VariablePlan.TryCreate(schema, node, out var error) is { } plan)
                plans.Add(plan);
            else if (schema.FindType(node.Type) is { IsInputType: true } && VariablePlan.TryCreate(schema, WithoutDefault(node), out _) is { } undefaulted)
                plans.Add(undefaulted);
            else
                errors.Add(error!);
        }

        return ([.. plans], errors);
    }

    // A default that does not fit its type is as none.
    private static VariableDefinitionNode WithoutDefault(VariableDefinitionNode node) =>
        new(node.Location, node.Description, node.Variable, node.Type, null, node.Directives);

    private static object Describe(GraphQLError error) => new Dictionary<string, object?>
    {
        ["message"] = error.Message, ["locations"] = error.Locations.Select(SchemaCases.Place).ToList(),
    };

    private static IRequestExecutor ExecutorOf(JsonElement input)
    {
        var schema = SchemaCases.Get(InputText.Get(input, "sdl"));
        if (latest?.Schema == schema)
            return latest.Value.Executor;
        var setup = new SchemaSetup
        {
            ParserOptions = EvaluationLimits.Parser,
            ValidationOptions = ValidationOptions.Unlimited,
            DefaultResolver = JsonResolver.ResolveAsync,
            DefaultSourceStreamResolver = JsonResolver.OpenAsync,
            TypeResolver = JsonResolver.TypeOf,
        };
        setup.RequestOptions.MaxVariablesDepth = EvaluationLimits.MaxDepth;
        setup.CostOptions.EnforceCostLimits = false;
        setup.RequestOptions.MaxFieldErrors = int.MaxValue;
        var executor = new RequestExecutor(SchemaBinder.Bind(schema, setup, NoServices), setup, NoServices);
        latest = (schema, executor);
        return executor;
    }

    private static OperationRequest Request(JsonElement input, JsonElement root, object? events = null) => new()
    {
        Document = Encoding.UTF8.GetBytes(InputText.Get(input, "query")),
        OperationName = InputText.Find(input, "operationName"),
        Variables = VariablesOf(input),
        RootValue = root.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : root,
        ContextData = new Dictionary<string, object?> { [JsonResolver.EventsKey] = events },
    };

    private static byte[] VariablesOf(JsonElement input) =>
        input.TryGetProperty("variables", out var variables) && variables.ValueKind != JsonValueKind.Null ? Encoding.UTF8.GetBytes(variables.GetRawText()) : [];

    private static RawJson Text(IExecutionResult result) => new(((OperationResult)result).ToJson());

    private static async Task<List<object>> ReadAsync(ResponseStream stream)
    {
        var results = new List<object>();
        await using (stream)
        {
            await foreach (var result in stream)
                await using (result)
                    results.Add(Text(result));
        }

        return results;
    }
}
