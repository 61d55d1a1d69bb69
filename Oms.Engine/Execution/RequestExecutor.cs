using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Binding;
using Oms.Engine.Caching;
using Oms.Engine.Configuration;
using Oms.Engine.CostAnalysis;
using Oms.Engine.Instrumentation;
using Oms.Engine.Introspection;
using Oms.Engine.Language;
using Oms.Engine.Middleware;
using Oms.Engine.PersistedOperations;
using Oms.Engine.Response;
using Oms.Engine.Subscriptions;
using Oms.Engine.Types;
using Oms.Engine.Validation;

namespace Oms.Engine.Execution;

/// <summary>Executes requests (spec 6): read, validate, compile once; coerce variables, resolve, write each time.</summary>
internal sealed partial class RequestExecutor : IRequestExecutor
{
    private readonly SchemaBinding binding;
    private readonly SchemaSetup setup;
    private readonly IServiceProvider services;
    private readonly ImmutableArray<IErrorFilter> filters;
    private readonly DocumentCache documents;
    private readonly ExecutionDiagnosticEventListener[] listeners;
    private readonly ValidationOptions validation;
    private readonly DocumentRules rules;
    private readonly bool isIntrospectionRestricted;
    private readonly RequestPipeline? pipeline;

    /// <summary>An executor of a bound schema.</summary>
    public RequestExecutor(SchemaBinding binding, SchemaSetup setup, IServiceProvider services, RequestPipeline? pipeline = null)
    {
        this.pipeline = pipeline;
        this.binding = binding;
        this.setup = setup;
        this.services = services;
        listeners = [.. services.GetServices<ExecutionDiagnosticEventListener>()];
        filters = [.. setup.ErrorFilters.Select(f => f(services))];
        rules = new DocumentRules(binding.Schema, setup, services);
        validation = setup.ValidationOptions with { AllowIntrospection = true };
        isIntrospectionRestricted = IntrospectionAccess.IsRestricted(setup);
        documents = new DocumentCache(Math.Max(16, setup.RequestOptions.OperationDocumentCacheSize));
    }

    /// <inheritdoc/>
    public Schema Schema => binding.Schema;

    /// <summary>The schema with the C# behind it.</summary>
    public SchemaBinding Binding => binding;

    /// <inheritdoc/>
    public ValueTask<IExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Document.IsEmpty && (request.DocumentId is not null || !request.Extensions.IsEmpty))
            return Refused([new GraphQLError("PersistedQueryNotSupported") { Code = PersistedOperationErrorCodes.NotSupported }]);
        if (request.ErrorHandlingMode is > ErrorHandlingMode.Halt && setup.RequestOptions.AllowErrorHandlingModeOverride)
            return Refused([new GraphQLError("\"onError\" must be PROPAGATE, NULL or HALT.") { Code = ErrorCodes.RequestInvalid }]);
        var document = documents.Get(request.Document.Span, Prepare);
        if (!document.Errors.IsEmpty)
            return Refused(document.Errors, isDocumentInvalid: true);
        if (!document.IntrospectionRefusals.IsEmpty && !IntrospectionAccess.IsAllowed(setup, request.Principal, request.ContextData))
            return Refused(document.IntrospectionRefusals, isDocumentInvalid: true);
        if (rules.SeeRequests && rules.Check(document.Node!, request) is { IsEmpty: false } broken)
            return Refused(broken, isDocumentInvalid: true);
        var name = request.OperationName;
        if (document.Find(name, binding) is not { } prepared)
            return Refused([new GraphQLError(name is null ? "Must provide an operation name, for the document has none or several." : $"Unknown operation named \"{name}\".") { Code = ErrorCodes.OperationNotFound }]);
        if (!IsAllowed(request.AllowedOperations, prepared.Kind))
            return Refused([new GraphQLError($"A {prepared.Kind.ToString().ToLowerInvariant()} is not allowed here.") { Code = ErrorCodes.OperationNotAllowed }], isNotAllowed: true);
        var isInParts = prepared.InParts is not null && (request.AcceptsIncrementalDelivery || prepared.Kind == OperationType.Subscription);
        if (isInParts)
            prepared = prepared.InParts!;
        if (!prepared.Errors.IsEmpty)
            return Refused(prepared.Errors);
        var json = request.VariableValues is { } values && request.Variables.IsEmpty ? JsonSerializer.SerializeToUtf8Bytes(values) : request.Variables;
        if (VariableCoercion.Coerce(prepared.Variables, json.Span, setup.RequestOptions.MaxVariablesDepth, out var errors) is not { } variables)
            return Refused(errors);
        if (request.Uploads is { } uploads && uploads.PutInto(variables) is { IsEmpty: false } misplaced)
            return Refused(misplaced);
        var compiled = prepared.PlanFor(variables);
        OperationCost? reported = null;
        if ((compiled.OpenCost is not null || request.CostReporting != CostReporting.None)
            && prepared.CheckCost(compiled, variables, request.CostReporting, out reported) is { } answer)
            return answer.IsRequestError ? Refused(answer.Errors) : ValueTask.FromResult<IExecutionResult>(answer);
        if (compiled.Plan is not { } plan)
            return Refused(compiled.Errors);
        return pipeline is null
            ? ExecutePlanAsync(request, plan, variables, reported, isInParts, cancellationToken)
            : ExecuteThroughAsync(pipeline, request, document.Node!, plan, variables, reported, isInParts, cancellationToken);
    }

    private ValueTask<IExecutionResult> ExecutePlanAsync(
        OperationRequest request, OperationPlan plan, VariableValues variables, OperationCost? reported, bool isInParts, CancellationToken cancellationToken) =>
        plan.Node.Operation == OperationType.Subscription
            ? SubscribeAsync(request, plan, variables, cancellationToken)
            : isInParts
            ? ExecuteInPartsAsync(request, ContextFor(request, plan, variables, null, request.RootValue, cancellationToken, cost: reported), cancellationToken)
            : ExecuteOnceAsync(ContextFor(request, plan, variables, null, request.RootValue, cancellationToken, cost: reported));

    // Apart from the rest, so that what it captures is made only where there is middleware.
    private ValueTask<IExecutionResult> ExecuteThroughAsync(
        RequestPipeline around, OperationRequest request, DocumentNode document, OperationPlan plan, VariableValues variables, OperationCost? reported, bool isInParts, CancellationToken cancellationToken) =>
        around.RunAsync(
            new RequestContext(request, Schema, document, plan, variables, services, cancellationToken)
            {
                Execute = changed => ExecutePlanAsync(changed, plan, variables, reported, isInParts, cancellationToken),
            },
            Filter);

    private static bool IsAllowed(AllowedOperations allowed, OperationType operation) => operation switch
    {
        OperationType.Query => allowed.HasFlag(AllowedOperations.Query),
        OperationType.Mutation => allowed.HasFlag(AllowedOperations.Mutation),
        _ => allowed.HasFlag(AllowedOperations.Subscription),
    };

    private DocumentNode Parse(byte[] utf8)
    {
        using var activity = StartActivity("GraphQL Document Parsing", "parse");
        using (Scopes.Open(listeners, utf8, static (listener, document) => listener.ParseDocument(document)))
            return Parser.ParseDocument(Source.FromUtf8(utf8), setup.ParserOptions);
    }

    private ImmutableArray<GraphQLError> Validate(byte[] utf8, DocumentNode node)
    {
        using var activity = StartActivity("GraphQL Document Validation", "validate");
        using (Scopes.Open(listeners, utf8, static (listener, document) => listener.ValidateDocument(document)))
            return DocumentValidator.Validate(Schema, node, validation) is { Count: > 0 } errors ? [.. errors] : rules.Check(node);
    }

    private Activity? StartActivity(string name, string step) =>
        setup.Instrumentation is null ? null : GraphQLTelemetry.Source.StartActivity(name)?.SetTag("graphql.processing.type", step);

    private PreparedDocument Prepare(byte[] utf8)
    {
        try
        {
            var node = Parse(utf8);
            var errors = Validate(utf8, node);
            return new PreparedDocument(node, errors)
            {
                // Decided for each request, so that one document can be refused to one user and answered to another.
                IntrospectionRefusals = isIntrospectionRestricted ? IntrospectionAccess.RefusalsOf(node, validation.MaxAllowedErrors) : [],
            };
        }
        catch (SyntaxException e)
        {
            return new PreparedDocument(null, [ErrorBuilder.New().SetMessage(e.Message).SetCode(ErrorCodes.Syntax).AddLocation(e.Location).Build()]);
        }
        catch (InsufficientExecutionStackException)
        {
            return new PreparedDocument(null, [RequestErrorResponse.TooDeep]);
        }
    }

    private OperationContext ContextFor(OperationRequest request, OperationPlan plan, VariableValues variables, object? message, object? root, CancellationToken cancellationToken, IRequestTransport? transport = null, OperationCost? cost = null) => new()
    {
        Binding = binding,
        Plan = plan,
        Variables = variables,
        Transport = transport ?? request.Transport,
        Given = cancellationToken,
        Services = transport is not null ? null! : request.Services ?? (request.Transport is null ? services : null!),
        User = request.Principal,
        ContextData = request.ContextData!,
        EventMessage = message,
        RootValue = root,
        ReportedCost = cost,
        ErrorHandling = setup.RequestOptions.AllowErrorHandlingModeOverride && request.ErrorHandlingMode is { } chosen ? chosen : setup.RequestOptions.DefaultErrorHandlingMode,
    };

    private async ValueTask<IExecutionResult> ExecuteOnceAsync(OperationContext context) => await RunAsync(context);

    private async ValueTask<OperationResult> RunAsync(OperationContext context)
    {
        var body = new ResponseBuffer(context.Plan.ExpectedLength);
        try
        {
            if (context.Plan.Root.Fault is { } fault)
                return NoData(context, body, fault);
            if (context.Plan.Authorized.Length > 0 && await DecideAsync(context) is { } refusal)
            {
                body.Dispose();
                return RequestErrorResponse.Create([Filter(refusal)]);
            }

            var root = await FieldResolution.ResolveRootAsync(context);
            body.Write("{\"data\":"u8);
            var isNull = new ResponseWriting(context, body, context.Delivery?.Initial).WriteData(root);
            if (context.ErrorHandling == ErrorHandlingMode.Halt && context.Errors.Count > 0)
                isNull = Halt(context, body);
            return Finish(context, body, isNull);
        }
        catch (Exception) when (context.IsOutOfTime)
        {
            body.Dispose();
            return RequestErrorResponse.Create([Filter(new GraphQLError("The request took longer than the execution timeout.") { Code = ErrorCodes.Timeout })]);
        }
        catch (GraphQLException e)
        {
            body.Dispose();
            return RequestErrorResponse.Create([.. e.Errors.Select(Filter)]);
        }
        catch (InsufficientExecutionStackException)
        {
            body.Dispose();
            return RequestErrorResponse.Create([Filter(RequestErrorResponse.TooDeep)]);
        }
        catch
        {
            body.Dispose();
            throw;
        }
        finally
        {
            context.EndLimit();
        }
    }

    private static bool Halt(OperationContext context, ResponseBuffer body)
    {
        body.TruncateTo(0);
        context.Delivery?.Initial.TruncateTo(0);
        context.KeepFirstError();
        body.Write("{\"data\":null"u8);
        return true;
    }

    private OperationResult NoData(OperationContext context, ResponseBuffer body, GraphQLError error)
    {
        context.Report(error);
        body.Write("{\"data\":null"u8);
        return Finish(context, body, isNull: true);
    }

    // Asked before anything is resolved, so that the writing finds every answer ready; a refusal at validation is the whole request's.
    private static async ValueTask<GraphQLError?> DecideAsync(OperationContext context)
    {
        foreach (var field in context.Plan.Authorized)
        {
            if (await FieldAuthorization.CheckAsync(context, field) is { } refusal && FieldAuthorization.IsOfValidation(context, field))
                return refusal with { Locations = [.. field.Nodes.Where(n => !n.Location.IsNone).Select(n => n.Location.GetPosition())] };
        }

        return null;
    }

    private OperationResult Finish(OperationContext context, ResponseBuffer body, bool isNull)
    {
        ImmutableArray<GraphQLError> errors = [];
        if (context.Errors.Count > 0)
        {
            errors = [.. context.Errors.Select(Filter)];
            body.WriteByte((byte)',');
            ErrorWriter.WriteErrors(body, errors);
        }

        if (context.ReportedCost is { } cost)
        {
            body.WriteByte((byte)',');
            CostReport.Write(body, cost);
        }

        context.Delivery?.WriteAfterData(body);
        body.WriteByte((byte)'}');
        context.Plan.ExpectedLength = body.Length;
        return new OperationResult(body, errors, isRequestError: false, isDataNull: isNull)
        {
            Operation = context.Plan.Node,
            Caching = context.Plan.Caching is { } policy && MayBeKept(context) ? policy : null,
            IsOfUser = context.IsOfUser || setup.SchemaOptions.EnableFieldVisibility,
        };
    }

    // What failed may succeed the next time; what an operation costs is said to who asks for it by a header.
    private static bool MayBeKept(OperationContext context) =>
        context.Errors.Count == 0 && context.ReportedCost is null && context.Delivery is null && !QueryCaching.IsSkipped(context.ContextData);

    /// <summary>What the error filters make of an error.</summary>
    public GraphQLError Filter(GraphQLError error)
    {
        foreach (var filter in filters)
            error = filter.OnError(error);
        return setup.RequestOptions.IncludeExceptionDetails && error.Exception is { } e
            ? error with { Extensions = error.Extensions.SetItem("message", e.Message).SetItem("stackTrace", e.StackTrace) }
            : error;
    }

    private ValueTask<IExecutionResult> Refused(ImmutableArray<GraphQLError> errors, bool isDocumentInvalid = false, bool isNotAllowed = false) =>
        ValueTask.FromResult<IExecutionResult>(RequestErrorResponse.Create([.. errors.Select(Filter)], isDocumentInvalid, isNotAllowed));

    // The one root field opens the stream; each event is one execution of the same plan, authorized anew (spec 6.2.3).
    private async ValueTask<IExecutionResult> SubscribeAsync(OperationRequest request, OperationPlan plan, VariableValues variables, CancellationToken cancellationToken)
    {
        if (plan.Root.Fault is { } fault)
            return RequestErrorResponse.Create([Filter(fault)]);
        var field = plan.Root.Fields[0];
        var context = ContextFor(request, plan, variables, null, request.RootValue, cancellationToken);
        var aborted = request.AbortedOr(cancellationToken);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        context.Cancellation = stop.Token;
        try
        {
            var arguments = context.ArgumentsOf(field);
            var refusal = await FieldAuthorization.CheckAsync(context, field) ?? arguments.Error;
            if (refusal is null && field.Binding?.Subscribe is null)
                refusal = new GraphQLError($"{field.Field.Coordinate} opens no stream of events.");
            if (refusal is not null)
                return StreamRefused(context, field, [refusal], stop);
            var events = await field.Binding!.Subscribe!(new ResolverContext(context).For(field, request.RootValue, arguments.Typed, new PathSegment(null, field.ResponseName)));
            return new ResponseStream(
                token => ReadAsync(request, plan, variables, events, stop, token),
                () =>
                {
                    stop.Cancel();
                    return ValueTask.CompletedTask;
                }) { Operation = plan.Node };
        }
        catch (Exception e) when (!aborted.IsCancellationRequested)
        {
            return StreamRefused(context, field, OperationContext.ErrorsOf(e), stop);
        }
    }

    private OperationResult StreamRefused(OperationContext context, FieldPlan field, ImmutableArray<GraphQLError> errors, CancellationTokenSource stop)
    {
        stop.Dispose();
        foreach (var error in errors)
            context.Report(field, error, [field.ResponseName]);
        return RequestErrorResponse.Create([.. context.Errors.Select(Filter)]);
    }

    private async IAsyncEnumerable<OperationResult> ReadAsync(
        OperationRequest request,
        OperationPlan plan,
        VariableValues variables,
        IAsyncEnumerable<object?> events,
        CancellationTokenSource stop,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var link = cancellationToken.Register(stop.Cancel);
        await using var source = events.GetAsyncEnumerator(stop.Token);
        while (true)
        {
            var (hasNext, failure) = (false, (GraphQLError?)null);
            try
            {
                hasNext = await source.MoveNextAsync();
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                // A source that fails ends the response stream with an error (spec 6.2.3.2); one that is cancelled is nobody's to hear of.
                failure = OperationContext.ErrorsOf(e)[0];
            }

            if (failure is not null)
                yield return RequestErrorResponse.Create([Filter(failure)]);
            if (!hasNext)
            {
                // A source that ends because it is cancelled has not come to its end.
                stop.Token.ThrowIfCancellationRequested();
                yield break;
            }

            var message = source.Current;
            yield return await RunEventAsync(request, plan, variables, message, stop.Token);
        }
    }

    // A scope of its own for each event: what a scoped service has seen of the world must not outlive the answer that showed it.
    private async ValueTask<OperationResult> RunEventAsync(
        OperationRequest request, OperationPlan plan, VariableValues variables, object? message, CancellationToken cancellationToken)
    {
        var sent = message as TopicEvent;
        var isShared = sent is not null && !plan.IsPersonal && request.VariableValues is null;
        if (isShared && plan.Authorized.Length == 0 && await sent!.TryGetAsync(plan, request.Variables) is { } known)
            return known;
        message = sent is null ? message : sent.Message;
        var isOfApplication = request.Transport?.IsOfApplication ?? request.Services is null;
        await using var scope = new ScopedServices(isOfApplication ? services : request.Transport?.Services ?? request.Services!, isOfApplication, cancellationToken);
        var root = setup.DefaultResolver is null ? request.RootValue : message;
        var context = ContextFor(request, plan, variables, message, root, cancellationToken, scope);
        return isShared && await MaySeeAllAsync(context) ? await RunSharedAsync(sent!, request.Variables, context) : await RunAsync(context);
    }

    // Each event is authorized anew for each subscriber. What those may see who may see all of it is the same for all of them.
    private static async ValueTask<bool> MaySeeAllAsync(OperationContext context)
    {
        foreach (var field in context.Plan.Authorized)
            if (await FieldAuthorization.CheckAsync(context, field) is not null)
                return false;
        context.IsPersonal = false;
        return true;
    }

    private async ValueTask<OperationResult> RunSharedAsync(TopicEvent sent, ReadOnlyMemory<byte> variables, OperationContext context)
    {
        var answer = sent.Join(context.Plan, variables, out var isFirst);
        if (!isFirst)
            return await answer.ReadAsync() ?? await RunAsync(context);
        byte[]? json = null;
        try
        {
            var result = await RunAsync(context);
            context.Plan.IsPersonal |= context.IsPersonal;
            if (!context.IsPersonal && result is { IsRequestError: false, ErrorCount: 0 })
                json = result.Body.ToArray();
            return result;
        }
        finally
        {
            answer.Set(json);
        }
    }
}
