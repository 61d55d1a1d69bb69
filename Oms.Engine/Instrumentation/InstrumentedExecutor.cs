using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Claims;
using System.Text;
using Oms.Engine.Execution;
using Oms.Engine.Language;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Instrumentation;

/// <summary>
/// Tells listeners, activities and metrics of requests (OpenTelemetry semantic conventions, GraphQL server spans). It stands in the way only
/// of servers that asked for it, and lets requests pass at once while nobody listens.
/// </summary>
internal sealed class InstrumentedExecutor(IRequestExecutor inner, ExecutionDiagnosticEventListener[] listeners, InstrumentationOptions? options) : IRequestExecutor
{
    private const int MaxDocument = 4096;

    /// <inheritdoc/>
    public Schema Schema => inner.Schema;

    /// <inheritdoc/>
    public ValueTask<Schema> GetSchemaAsync(ClaimsPrincipal user, IServiceProvider requestServices, CancellationToken cancellationToken) =>
        inner.GetSchemaAsync(user, requestServices, cancellationToken);

    private bool IsHeard => listeners.Length > 0
        || (options is not null && (GraphQLTelemetry.Source.HasListeners() || GraphQLTelemetry.Duration.Enabled || GraphQLTelemetry.Active.Enabled));

    /// <inheritdoc/>
    public ValueTask<IExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return IsHeard ? ExecuteHeardAsync(request, cancellationToken) : inner.ExecuteAsync(request, cancellationToken);
    }

    private async ValueTask<IExecutionResult> ExecuteHeardAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var activity = options is null ? null : GraphQLTelemetry.Source.StartActivity("GraphQL Operation", ActivityKind.Server);
        var scopes = Array.ConvertAll(listeners, listener => listener.ExecuteRequest(request));
        GraphQLTelemetry.Active.Add(1);
        IExecutionResult? result = null;
        try
        {
            result = await inner.ExecuteAsync(request, cancellationToken);
            Tell(request, result);
            return result;
        }
        catch (Exception e)
        {
            foreach (var listener in listeners)
                listener.RequestError(request, e);
            activity?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", e.GetType().FullName);
            throw;
        }
        finally
        {
            GraphQLTelemetry.Active.Add(-1);
            Describe(activity, request, result);
            Measure(result, Stopwatch.GetElapsedTime(started));
            foreach (var scope in scopes)
                scope.Dispose();
        }
    }

    private void Tell(OperationRequest request, IExecutionResult result)
    {
        foreach (var listener in listeners)
        {
            if (result is OperationResult single)
                Tell(listener, request, single);
            else if (result is ResponseStream { Kind: ExecutionResultKind.SubscriptionResult })
                listener.ExecuteSubscription(request);
        }
    }

    private static void Tell(ExecutionDiagnosticEventListener listener, OperationRequest request, OperationResult result)
    {
        if (result.Errors.IsEmpty)
            return;
        if (!result.IsRequestError)
            listener.ResolverErrors(request, result.Errors);
        else if (result.Errors[0].Code == ErrorCodes.Syntax)
            listener.SyntaxError(request, result.Errors[0]);
        else if (result.IsDocumentInvalid)
            listener.ValidationErrors(request, result.Errors);
        else
            listener.RequestErrors(request, result.Errors);
    }

    private void Describe(Activity? activity, OperationRequest request, IExecutionResult? result)
    {
        if (activity is null)
            return;
        var errors = ErrorsOf(result);
        if (OperationOf(result) is { } operation)
        {
            var kind = KindOf(operation);
            activity.DisplayName = options!.RenameRootActivity && operation.Name is { } name ? $"{kind} {name.Value}" : kind;
            activity.SetTag("graphql.operation.type", kind);
            activity.SetTag("graphql.operation.name", operation.Name?.Value);
        }

        if (options!.IncludeDocument)
            activity.SetTag("graphql.document", Encoding.UTF8.GetString(request.Document.Span[..Math.Min(MaxDocument, request.Document.Length)]));
        if (errors.IsEmpty)
            return;
        activity.SetTag("graphql.errors.count", errors.Length);
        activity.SetTag("error.type", errors[0].Code ?? "error");
        if (result is OperationResult { IsRequestError: true })
            activity.SetStatus(ActivityStatusCode.Error, errors[0].Message);
    }

    private static void Measure(IExecutionResult? result, TimeSpan time)
    {
        if (!GraphQLTelemetry.Duration.Enabled)
            return;
        // Of bounded number: the name of an operation is the client's choice and is not among them.
        var tags = new TagList { { "graphql.operation.type", OperationOf(result) is { } operation ? KindOf(operation) : "none" } };
        if (result is null)
            tags.Add("error.type", "exception");
        else if (ErrorsOf(result) is [var first, ..])
            tags.Add("error.type", first.Code ?? "error");
        GraphQLTelemetry.Duration.Record(time.TotalSeconds, tags);
    }

    private static ImmutableArray<GraphQLError> ErrorsOf(IExecutionResult? result) => result is OperationResult single ? single.Errors : [];

    private static OperationDefinitionNode? OperationOf(IExecutionResult? result) => result switch
    {
        OperationResult single => single.Operation,
        ResponseStream stream => stream.Operation,
        _ => null,
    };

    private static string KindOf(OperationDefinitionNode operation) => operation.Operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };
}
