using System.Collections.Immutable;
using System.Security.Claims;
using Oms.Engine.Authorization;
using Oms.Engine.Binding;
using Oms.Engine.CostAnalysis;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>One execution of an operation: what its resolvers share and what went wrong.</summary>
internal sealed partial class OperationContext
{
    // Made when they are needed: most requests need none of them.
    private List<GraphQLError>? errors;
    private IDictionary<string, object?>? contextData;
    private IServiceProvider? services;
    private CancellationTokenSource? limit;
    private CancellationToken? cancellation;

    /// <summary>The schema and its resolvers.</summary>
    public required SchemaBinding Binding { get; init; }

    /// <summary>The operation.</summary>
    public required OperationPlan Plan { get; init; }

    /// <summary>Its variables.</summary>
    public required VariableValues Variables { get; init; }

    /// <summary>What the transport has for the request; null when everything was given with the request.</summary>
    public IRequestTransport? Transport { get; init; }

    /// <summary>Cancelled when whoever sent the request gives it up; what the transport says counts when there is one.</summary>
    public CancellationToken Given { get; init; }

    /// <summary>Services of the request.</summary>
    public IServiceProvider Services
    {
        get => services ??= Transport!.Services;
        init => services = value; // null: the transport's, when they are asked for
    }

    /// <summary>Whether singletons may be taken from the application instead of from <see cref="Services"/>.</summary>
    public bool IsOfApplication => Transport is { IsOfApplication: true };

    /// <summary>Whether a resolver asked for something that belongs to the one who sent the request, so that the answer is for nobody else.</summary>
    public bool IsPersonal { get; set; }

    /// <summary>Whether a resolver asked who asks, so that no cache may give the answer to another.</summary>
    public bool IsOfUser { get; set; }

    /// <summary>What a field that fails does to the response.</summary>
    public ErrorHandlingMode ErrorHandling { get; init; }

    /// <summary>Who asks.</summary>
    public required ClaimsPrincipal User { get; init; }

    /// <summary>State shared by all resolvers.</summary>
    public IDictionary<string, object?> ContextData
    {
        get => contextData ?? Interlocked.CompareExchange(ref contextData, new Dictionary<string, object?>(StringComparer.Ordinal), null) ?? contextData;
        init => contextData = value; // null: made when it is asked for
    }

    /// <summary>Cancelled when the request is aborted or out of time, which begins to count when somebody first asks for it.</summary>
    public CancellationToken Cancellation
    {
        get => cancellation ?? StartLimit();
        set => cancellation = value;
    }

    /// <summary>Whether the request is out of time.</summary>
    public bool IsOutOfTime => (limit is { IsCancellationRequested: true } || Delivery?.Cancellation.IsCancellationRequested == true) && !Aborted.IsCancellationRequested;

    /// <summary>Whether nobody waits for the response any more, or it is out of time.</summary>
    public bool IsCancelled => (cancellation ?? Aborted).IsCancellationRequested;

    private CancellationToken Aborted => Transport?.Aborted ?? Given;

    /// <summary>The event of a subscription.</summary>
    public object? EventMessage { get; init; }

    /// <summary>The value that root fields are resolved on.</summary>
    public object? RootValue { get; init; }

    /// <summary>What the operation costs, when the response is to say it.</summary>
    public OperationCost? ReportedCost { get; init; }

    /// <summary>The schema.</summary>
    public Schema Schema => Binding.Schema;

    /// <summary>Whether root fields are resolved one after the other.</summary>
    public bool IsMutation => Plan.Node.Operation == Language.OperationType.Mutation;

    /// <summary>What went wrong.</summary>
    public IReadOnlyList<GraphQLError> Errors => errors ?? (IReadOnlyList<GraphQLError>)[];

    /// <summary>The place that is being written.</summary>
    public WritingPath WritingPath { get; init; } = new();

    /// <summary>Stops counting the time.</summary>
    public void EndLimit() => limit?.Dispose();

    private CancellationToken StartLimit()
    {
        lock (State)
        {
            if (cancellation is { } started)
                return started;
            limit = CancellationTokenSource.CreateLinkedTokenSource(Aborted);
            limit.CancelAfter(Binding.Options.ExecutionTimeout);
            cancellation = limit.Token;
            return limit.Token;
        }
    }

    /// <summary>What is worked out once for the request.</summary>
    public OperationState State { get; init; } = new();

    /// <summary>The arguments of a field in this request; coerced once, whatever number of objects it is asked of.</summary>
    public ArgumentValues ArgumentsOf(FieldPlan plan) => plan.ConstantArguments ?? State.ArgumentsOf(plan, this);

    /// <summary>What was decided on a directive; null when nobody asked yet.</summary>
    public AuthorizeResult? DecisionOn(AuthorizeDirective directive) => State.DecisionOn(directive);

    /// <summary>Keeps a decision for the rest of the request.</summary>
    public void Decide(AuthorizeDirective directive, AuthorizeResult result) => State.Decide(directive, result);

    /// <summary>Takes an error of the whole operation in.</summary>
    public void Report(GraphQLError error)
    {
        lock (State)
            (errors ??= []).Add(error);
    }

    /// <summary>Takes an error in, with its place in the document and in the response.</summary>
    public void Report(FieldPlan plan, GraphQLError error, ImmutableArray<object> where)
    {
        lock (State)
        {
            if (Errors.Count >= Binding.Options.MaxFieldErrors)
                return;
            (errors ??= []).Add(Located(plan, error, where));
        }
    }

    /// <summary>The error with its place in the document and in the response, where it has none yet.</summary>
    public static GraphQLError Located(FieldPlan plan, GraphQLError error, ImmutableArray<object> where) => error with
    {
        Path = error.Path.IsDefaultOrEmpty ? where : error.Path,
        Locations = error.Locations.IsDefaultOrEmpty
            ? [.. plan.Nodes.Where(n => !n.Location.IsNone).Select(n => n.Location.GetPosition())]
            : error.Locations,
    };

    /// <summary>What an exception of a resolver becomes: its own errors, or one that says nothing of it.</summary>
    public static ImmutableArray<GraphQLError> ErrorsOf(Exception exception) =>
        exception is GraphQLException graph ? graph.Errors : [new GraphQLError("Unexpected Execution Error") { Exception = exception }];
}
