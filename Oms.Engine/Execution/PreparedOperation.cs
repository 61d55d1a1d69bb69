using System.Collections.Concurrent;
using System.Collections.Immutable;
using Oms.Engine.Binding;
using Oms.Engine.Caching;
using Oms.Engine.CostAnalysis;
using Oms.Engine.Language;
using Oms.Engine.Response;

namespace Oms.Engine.Execution;

/// <summary>An operation of a document that was asked for: its variables, and a plan for each way its conditions came out.</summary>
internal sealed class PreparedOperation
{
    // A client may turn every condition at will; what lies beyond this is compiled each time.
    private const int MaxPlans = 32;

    private readonly SchemaBinding binding;
    private readonly DocumentNode document;
    private readonly OperationDefinitionNode operation;
    private readonly int[] asked;
    private readonly bool isInParts;
    private ConcurrentDictionary<ulong, PreparedPlan>? plans;
    private PreparedPlan? only;

    /// <summary>Prepares the variables; plans are made when they are asked for.</summary>
    /// <param name="binding">The schema.</param>
    /// <param name="document">The document.</param>
    /// <param name="operation">The operation in it.</param>
    /// <param name="isInParts">Whether <c>@defer</c> and <c>@stream</c> are followed.</param>
    public PreparedOperation(SchemaBinding binding, DocumentNode document, OperationDefinitionNode operation, bool isInParts = false)
    {
        (this.binding, this.document, this.operation, this.isInParts) = (binding, document, operation, isInParts);
        Variables = PlanVariables(out var errors);
        Errors = errors;
        asked = SelectionConditions.AskedIn(document, Variables);
    }

    /// <summary>The operation with <c>@defer</c> and <c>@stream</c> followed; null where it has none.</summary>
    public PreparedOperation? InParts { get; init; }

    /// <summary>Whether it is a query, a mutation or a subscription.</summary>
    public OperationType Kind => operation.Operation;

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
        var known = plans ?? Interlocked.CompareExchange(ref plans, new(), null) ?? plans;
        var key = SelectionConditions.KeyOf(asked, variables);
        if (known.TryGetValue(key, out var plan))
            return plan;
        var made = Compile(variables);
        return known.Count < MaxPlans ? known.GetOrAdd(key, made) : made;
    }

    /// <summary>What the operation costs in a request, and whether it is let through; the answer when it is not to be executed.</summary>
    /// <param name="plan">The plan for the variables.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="reporting">What the request wants to know.</param>
    /// <param name="reported">What the response is to say; null when nothing is asked for.</param>
    public OperationResult? CheckCost(PreparedPlan plan, VariableValues variables, CostReporting reporting, out OperationCost? reported)
    {
        reported = null;
        try
        {
            var cost = (plan.OpenCost ?? CompileCost(new SelectionConditions(variables))).Of(variables, null, 0);
            if (reporting == CostReporting.Validate)
                return CostReport.Only(cost);
            reported = reporting == CostReporting.Report ? cost : null;
            var errors = CostLimit.Check(cost, binding.Costs.Options);
            return errors.IsEmpty ? null : RequestErrorResponse.Create(errors);
        }
        catch (GraphQLException e)
        {
            return RequestErrorResponse.Create([.. e.Errors]);
        }
        catch (InsufficientExecutionStackException)
        {
            return RequestErrorResponse.Create([RequestErrorResponse.TooDeep]);
        }
    }

    private SelectionCost CompileCost(SelectionConditions conditions) =>
        CostCompiler.Compile(binding.Schema, binding.Costs, document, operation, conditions);

    private PreparedPlan Compile(VariableValues variables)
    {
        try
        {
            var conditions = new SelectionConditions(variables);
            var cost = binding.Costs.Options.EnforceCostLimits ? CompileCost(conditions) : null;
            // What is too dear whatever the variables is not planned.
            var errors = cost?.ConstantCost is { } known ? CostLimit.Check(known, binding.Costs.Options) : [];
            var plan = !errors.IsEmpty ? null
                : isInParts ? Incremental.IncrementalCompiler.Compile(binding, document, operation, Variables, variables)
                : OperationCompiler.Compile(binding, document, operation, Variables, conditions);
            if (plan is not null && !isInParts && binding.Caching is { } model)
                plan = plan with { Caching = CachePolicyCompiler.Compile(binding.Schema, model, document, operation, conditions) };
            return new PreparedPlan(plan, cost is { ConstantCost: null } ? cost : null, errors);
        }
        catch (GraphQLException e)
        {
            return new PreparedPlan(null, null, [.. e.Errors]);
        }
        catch (InsufficientExecutionStackException)
        {
            // The guard of what recurses with the operation: refused, for an overflow would end the process.
            return new PreparedPlan(null, null, [RequestErrorResponse.TooDeep]);
        }
    }

    private VariablePlan[] PlanVariables(out ImmutableArray<GraphQLError> errors)
    {
        var problems = new List<GraphQLError>(0);
        var variables = new VariablePlan[operation.VariableDefinitions.Length];
        for (var i = 0; i < variables.Length; i++)
        {
            if (VariablePlan.TryCreate(binding.Schema, operation.VariableDefinitions[i], out var error) is { } variable)
                variables[i] = variable;
            else
                problems.Add(error!);
        }

        if (binding.Schema.GetRootType(operation.Operation) is null)
            problems.Add(new GraphQLError($"The schema has no {operation.Operation.ToString().ToLowerInvariant()} type.") { Code = ErrorCodes.OperationNotFound });
        errors = [.. problems];
        return problems.Count == 0 ? variables : [];
    }
}
