using System.Collections.Immutable;
using System.Security.Claims;
using Oms.Engine.Authorization;
using Oms.Engine.Binding;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>One execution of an operation: what its resolvers share and what went wrong.</summary>
internal sealed class OperationContext
{
    private readonly Dictionary<FieldPlan, ArgumentValues> arguments = [];
    private readonly Dictionary<AuthorizeDirective, AuthorizeResult> decisions = [];
    private readonly Lock gate = new();
    private readonly List<object> path = [];

    /// <summary>The schema and its resolvers.</summary>
    public required SchemaBinding Binding { get; init; }

    /// <summary>The operation.</summary>
    public required OperationPlan Plan { get; init; }

    /// <summary>Its variables.</summary>
    public required VariableValues Variables { get; init; }

    /// <summary>Services of the request.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>Who asks.</summary>
    public required ClaimsPrincipal User { get; init; }

    /// <summary>State shared by all resolvers.</summary>
    public required IDictionary<string, object?> ContextData { get; init; }

    /// <summary>Cancelled when the request is aborted or out of time.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>The event of a subscription.</summary>
    public object? EventMessage { get; init; }

    /// <summary>The value that root fields are resolved on.</summary>
    public object? RootValue { get; init; }

    /// <summary>The schema.</summary>
    public Schema Schema => Binding.Schema;

    /// <summary>Whether root fields are resolved one after the other.</summary>
    public bool IsMutation => Plan.Node.Operation == Language.OperationType.Mutation;

    /// <summary>What went wrong.</summary>
    public List<GraphQLError> Errors { get; } = [];

    /// <summary>The place that is being written.</summary>
    public List<object> WritingPath => path;

    /// <summary>The place that is being written, as it is now.</summary>
    public object[] WritePath() => [.. path];

    /// <summary>The arguments of a field in this request; coerced once, whatever number of objects it is asked of.</summary>
    public ArgumentValues ArgumentsOf(FieldPlan plan)
    {
        if (plan.ConstantArguments is { } constant)
            return constant;
        lock (gate)
        {
            if (!arguments.TryGetValue(plan, out var values))
                arguments[plan] = values = ArgumentCoercion.Coerce(plan, Variables);
            return values;
        }
    }

    /// <summary>What was decided on a directive; null when nobody asked yet.</summary>
    public AuthorizeResult? DecisionOn(AuthorizeDirective directive)
    {
        lock (gate)
            return decisions.TryGetValue(directive, out var result) ? result : null;
    }

    /// <summary>Keeps a decision for the rest of the request.</summary>
    public void Decide(AuthorizeDirective directive, AuthorizeResult result)
    {
        lock (gate)
            decisions[directive] = result;
    }

    /// <summary>Takes an error in, with its place in the document and in the response.</summary>
    public void Report(FieldPlan plan, GraphQLError error, ImmutableArray<object> where)
    {
        lock (gate)
        {
            if (Errors.Count >= Binding.Options.MaxFieldErrors)
                return;
            Errors.Add(error with
            {
                Path = error.Path.IsDefaultOrEmpty ? where : error.Path,
                Locations = error.Locations.IsDefaultOrEmpty
                    ? [.. plan.Nodes.Where(n => !n.Location.IsNone).Select(n => n.Location.GetPosition())]
                    : error.Locations,
            });
        }
    }

    /// <summary>What an exception of a resolver becomes: its own errors, or one that says nothing of it.</summary>
    public static ImmutableArray<GraphQLError> ErrorsOf(Exception exception) =>
        exception is GraphQLException graph ? graph.Errors : [new GraphQLError("Unexpected Execution Error") { Exception = exception }];
}
