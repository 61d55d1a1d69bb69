using System.Collections.Concurrent;
using System.Collections.Immutable;
using Oms.Engine.Binding;
using Oms.Engine.Language;
using Oms.Engine.Response;

namespace Oms.Engine.Execution;

/// <summary>An operation of a document that was asked for: its variables, and a plan for each way its conditions came out.</summary>
internal sealed class PreparedOperation
{
    // A client may turn every condition at will; what lies beyond this is compiled each time.
    private const int MaxPlans = 32;

    private readonly ConcurrentDictionary<ulong, PreparedPlan> plans = new();
    private readonly SchemaBinding binding;
    private readonly DocumentNode document;
    private readonly OperationDefinitionNode operation;
    private readonly int[] asked;
    private PreparedPlan? only;

    /// <summary>Prepares the variables; plans are made when they are asked for.</summary>
    public PreparedOperation(SchemaBinding binding, DocumentNode document, OperationDefinitionNode operation)
    {
        (this.binding, this.document, this.operation) = (binding, document, operation);
        Variables = PlanVariables(out var errors);
        Errors = errors;
        asked = SelectionConditions.AskedIn(document, Variables);
    }

    /// <summary>The operation's variables.</summary>
    public VariablePlan[] Variables { get; }

    /// <summary>Why it can not be executed at all; empty when it can.</summary>
    public ImmutableArray<GraphQLError> Errors { get; }

    /// <summary>The plan for these variables.</summary>
    public PreparedPlan PlanFor(VariableValues variables)
    {
        if (asked.Length == 0)
            return only ??= Compile(variables);
        if (asked.Length > SelectionConditions.MaxAsked)
            return Compile(variables);
        var key = SelectionConditions.KeyOf(asked, variables);
        if (plans.TryGetValue(key, out var known))
            return known;
        var made = Compile(variables);
        return plans.Count < MaxPlans ? plans.GetOrAdd(key, made) : made;
    }

    private PreparedPlan Compile(VariableValues variables)
    {
        try
        {
            return new PreparedPlan(OperationCompiler.Compile(binding, document, operation, Variables, new SelectionConditions(variables)), []);
        }
        catch (GraphQLException e)
        {
            return new PreparedPlan(null, [.. e.Errors]);
        }
        catch (InsufficientExecutionStackException)
        {
            // The guard of what recurses with the operation: refused, for an overflow would end the process.
            return new PreparedPlan(null, [RequestErrorResponse.TooDeep]);
        }
    }

    private VariablePlan[] PlanVariables(out ImmutableArray<GraphQLError> errors)
    {
        var problems = ImmutableArray.CreateBuilder<GraphQLError>();
        var variables = new List<VariablePlan>();
        foreach (var node in operation.VariableDefinitions)
        {
            if (VariablePlan.TryCreate(binding.Schema, node, out var error) is { } variable)
                variables.Add(variable);
            else
                problems.Add(error!);
        }

        if (binding.Schema.GetRootType(operation.Operation) is null)
            problems.Add(new GraphQLError($"The schema has no {operation.Operation.ToString().ToLowerInvariant()} type.") { Code = ErrorCodes.OperationNotFound });
        errors = problems.ToImmutable();
        return [.. variables];
    }
}
