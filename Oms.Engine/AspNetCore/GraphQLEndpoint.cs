using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Oms.Engine.AspNetCore.BananaCakePop;
using Oms.Engine.AspNetCore.Sockets;
using Oms.Engine.AspNetCore.Uploads;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Instrumentation;
using Oms.Engine.Types;

namespace Oms.Engine.AspNetCore;

/// <summary>One address that serves GraphQL (GraphQL over HTTP, draft of 2025; graphql-transport-ws; GraphQL over SSE).</summary>
internal sealed class GraphQLEndpoint(IServiceProvider services, GraphQLServerOptions options)
{
    public const string FolderRouteValue = "bananacakepop";
    public const string FileRouteValue = "file";

    private readonly GraphQLSocketEndpoint _sockets = new(options.Sockets);
    private readonly BananaCakePopFiles _tool = new(options.Tool);
    private readonly SchemaResponse _schema = SchemaResponse.Plain();
    private readonly CancellationToken _stopping =
        services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
    private readonly IHttpRequestInterceptor[] _interceptors = [.. services.GetServices<IHttpRequestInterceptor>()];
    private readonly ServerDiagnosticEventListener[] _listeners = [.. services.GetServices<ServerDiagnosticEventListener>()];
    private readonly bool _isInstrumented = services.GetRequiredService<SchemaSetup>().Instrumentation is not null;
    private readonly TimeProvider _clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
    private readonly DefaultHttpResponseFormatter? _formatter = services.GetService<DefaultHttpResponseFormatter>();
    private IRequestExecutor? _executor;
    private SchemaGeneration? _fixed;
    private RequestGate? _gate;
    private BodyBudget? _budget;
    private BodyBudget? _storage;

    private SchemaGeneration Generation => _fixed ?? FindGeneration();

    // Made at the first request: until then the options of the endpoint may still change.
    private RequestGate? Gate => options.MaxConcurrentRequests is { } maximum
        ? _gate ?? Interlocked.CompareExchange(ref _gate, new RequestGate(Math.Max(1, maximum), Math.Max(0, options.MaxQueuedRequests)), null) ?? _gate
        : null;

    private BodyBudget Budget =>
        _budget ?? Interlocked.CompareExchange(ref _budget, new BodyBudget(options.MaxBufferedRequestSize), null) ?? _budget;

    private BodyBudget Storage =>
        _storage ?? Interlocked.CompareExchange(ref _storage, new BodyBudget(options.MaxStoredUploadSize), null) ?? _storage;

    private int MaxRequestSize => options.MaxAllowedRequestSize ?? services.GetRequiredService<SchemaSetup>().MaxAllowedRequestSize;

    public Task InvokeAsync(HttpContext context) => GuardAsync(context, static (endpoint, request) => endpoint.DispatchAsync(request));

    private Task GuardAsync(HttpContext context, Func<GraphQLEndpoint, HttpContext, Task> dispatch) =>
        _listeners.Length == 0 ? GuardUnheardAsync(context, dispatch) : GuardHeardAsync(context, dispatch);

    private async Task GuardHeardAsync(HttpContext context, Func<GraphQLEndpoint, HttpContext, Task> dispatch)
    {
        var isSocket = context.WebSockets.IsWebSocketRequest;
        using var scopes = isSocket
            ? Scopes.Open(_listeners, context, static (listener, request) => listener.WebSocketSession(request))
            : Scopes.Open(_listeners, context, static (listener, request) => listener.ExecuteHttpRequest(request, KindOf(request.Request)));
        try
        {
            await GuardUnheardAsync(context, dispatch);
        }
        catch (Exception e)
        {
            foreach (var listener in _listeners)
            {
                if (isSocket)
                    listener.WebSocketSessionError(context, e);
                else
                    listener.HttpRequestError(context, e);
            }

            throw;
        }
    }

    private static HttpRequestKind KindOf(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method))
            return MultipartRequest.Is(request, out _) ? HttpRequestKind.HttpMultiPart : HttpRequestKind.HttpPost;
        return IsForSchema(request.Query) ? HttpRequestKind.HttpGetSchema : HttpRequestKind.HttpGet;
    }

    private async Task GuardUnheardAsync(HttpContext context, Func<GraphQLEndpoint, HttpContext, Task> dispatch)
    {
        try
        {
            await dispatch(this, context);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The client is gone; there is nobody to answer.
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            // The server itself refused the body (its size, its framing) while it was read.
            await HttpResponses.RefuseAsync(
                context,
                new TransportRefusal(e.StatusCode, TransportErrorCodes.RequestInvalid, "The request's body cannot be read."),
                ResponseFormat.GraphQLResponse);
        }
    }

    /// <summary>Answers with a file of the IDE.</summary>
    public Task InvokeFileAsync(HttpContext context)
    {
        var (folder, file) = ((string)context.GetRouteValue(FolderRouteValue)!, context.GetRouteValue(FileRouteValue) as string);
        if (string.IsNullOrEmpty(file) && folder is "schema" or "schema.graphql" && options is { EnableSchemaRequests: true, EnableSchemaFileSupport: true }
            && HttpMethods.IsGet(context.Request.Method))
            return _schema.WriteAsync(context);
        return _tool.WriteFileAsync(context, string.IsNullOrEmpty(file) ? folder : $"{folder}/{file}");
    }

    /// <summary>Answers an address of its own for each persisted operation; <c>POST</c> brings the variables, <c>GET</c> has them in its query.</summary>
    public async Task InvokePersistedAsync(HttpContext context, bool requireOperationName)
    {
        if (requireOperationName && context.GetRouteValue("operationName") is null)
            await HttpResponses.RefuseAsync(context, TransportRefusal.Invalid("The address must name the operation behind the document."), ResponseFormat.GraphQLResponse);
        else
            await GuardAsync(context, static (endpoint, request) => endpoint.DispatchPersistedAsync(request));
    }

    private async Task DispatchPersistedAsync(HttpContext context)
    {
        var documentId = (string)context.GetRouteValue("documentId")!;
        var operationName = context.GetRouteValue("operationName") as string;
        if (HttpMethods.IsPost(context.Request.Method))
        {
            await PostAsync(context, documentId, operationName);
            return;
        }

        var notAcceptable = Negotiate(context, out var formats);
        var envelope = new RequestEnvelope { DocumentId = documentId };
        if ((notAcceptable ?? CheckGet(context.Request) ?? ReadParameters(context.Request.Query, envelope)) is { } refusal)
            await HttpResponses.RefuseAsync(context, refusal, formats.Single ?? ResponseFormat.GraphQLResponse);
        else
            await ExecuteAsync(context, envelope.WithOperation(operationName), options.AllowedGetOperations, formats);
    }

    /// <summary>Answers requests over HTTP only: no WebSockets, no schema, no IDE.</summary>
    public Task InvokeHttpAsync(HttpContext context) => GuardAsync(context, static (endpoint, request) => endpoint.DispatchHttpAsync(request));

    /// <summary>Answers WebSockets only.</summary>
    public Task InvokeSocketAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
            return GuardAsync(context, static (endpoint, request) => endpoint.RunSocketAsync(request, endpoint.Generation));
        context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
        context.Response.Headers.Upgrade = "websocket";
        return Task.CompletedTask;
    }

    private Task DispatchAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (context.WebSockets.IsWebSocketRequest)
            return RunSocketAsync(context, Generation);
        if (HttpMethods.IsPost(method))
            return PostAsync(context, null, null);
        return HttpMethods.IsGet(method) ? GetAsync(context) : RefuseMethodAsync(context);
    }

    private Task DispatchHttpAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsPost(method))
            return PostAsync(context, null, null);
        return HttpMethods.IsGet(method) ? GetOperationAsync(context, Negotiate(context, out var formats), formats) : RefuseMethodAsync(context);
    }

    private static Task RefuseMethodAsync(HttpContext context) => HttpResponses.RefuseAsync(
        context,
        new TransportRefusal(405, TransportErrorCodes.RequestInvalid, "GraphQL is served over GET and POST.") { Allow = "GET, POST" },
        ResponseFormat.GraphQLResponse);

    // A schema that is never swapped is looked up once.
    private SchemaGeneration FindGeneration()
    {
        _executor ??= services.GetRequiredService<IRequestExecutor>();
        return _executor is ReloadingExecutor reloading ? reloading.Current : _fixed = new SchemaGeneration(_executor, CancellationToken.None);
    }

    private Task RunSocketAsync(HttpContext context, SchemaGeneration generation)
    {
        var executor = Gate is { } gate ? new GatedExecutor(generation.Executor, gate, context) : generation.Executor;
        return _sockets.RunAsync(context, executor, _stopping, generation.Ended, _clock);
    }

    private async Task PostAsync(HttpContext context, string? documentId, string? operationName)
    {
        if (Negotiate(context, out var formats) is { } notAcceptable)
        {
            await HttpResponses.RefuseAsync(context, notAcceptable, ResponseFormat.GraphQLResponse);
            return;
        }

        var format = formats.Single ?? ResponseFormat.GraphQLResponse;
        if (MediaTypeRules.Check(context.Request) is { } unsupported)
        {
            if (TakesFiles(context.Request, out var type))
                await PostFilesAsync(context, type, formats, documentId, operationName);
            else
                await HttpResponses.RefuseAsync(context, unsupported, format);
            return;
        }

        var body = await RequestBody.ReadAsync(context.Request, MaxRequestSize, Budget);
        if (body.Refusal is { } refused)
        {
            await HttpResponses.RefuseAsync(context, refused, format);
            return;
        }

        try
        {
            await ExecuteBodyAsync(context, body.Memory, formats, documentId, operationName);
        }
        finally
        {
            body.Release();
        }
    }

    private async Task ExecuteBodyAsync(
        HttpContext context, ReadOnlyMemory<byte> body, AcceptedFormats formats, string? documentId, string? operationName)
    {
        var batches = documentId is null ? BatchRules.Of(options) : BatchRules.None;
        TransportRefusal? refusal;
        RequestEnvelope? only;
        List<RequestEnvelope>? batch;
        using (Scopes.Open(_listeners, context, static (listener, request) => listener.ParseHttpRequest(request)))
            refusal = RequestEnvelopeReader.Read(body, batches, documentId, out only, out batch);
        try
        {
            if (refusal is not null)
                await HttpResponses.RefuseAsync(context, refusal, formats.Single ?? ResponseFormat.GraphQLResponse);
            else
                await ExecuteEnvelopesAsync(context, only, batch, operationName, formats);
        }
        finally
        {
            only?.Dispose();
            batch?.ForEach(static envelope => envelope.Dispose());
        }
    }

    private Task ExecuteEnvelopesAsync(HttpContext context, RequestEnvelope? only, List<RequestEnvelope>? batch, string? operationName, AcceptedFormats formats)
    {
        if (batch is not null)
            return ExecuteBatchAsync(context, batch, formats, isRequestBatch: true);
        return only!.VariableSets is not null
            ? ExecuteBatchAsync(context, [only], formats, isRequestBatch: false)
            : ExecuteAsync(context, only.WithOperation(operationName), AllowedOperations.All, formats);
    }

    private bool TakesFiles(HttpRequest request, [NotNullWhen(true)] out MediaTypeHeaderValue? type)
    {
        type = null;
        return options.EnableMultipartRequests
            && MultipartRequest.Is(request, out type)
            && Generation.Executor.Schema.Types.TryGetValue(UploadCoercion.TypeName, out var upload)
            && upload is ScalarType { Coercion: UploadCoercion };
    }

    private async Task PostFilesAsync(HttpContext context, MediaTypeHeaderValue type, AcceptedFormats formats, string? documentId, string? operationName)
    {
        var limits = new UploadLimits(options.MaxMultipartRequestSize, MaxRequestSize, options.MaxUploadedFiles);
        using var multipart = new MultipartRequest(context.Request, limits, Budget, Storage);
        RequestEnvelope? only = null;
        List<RequestEnvelope>? batch = null;
        try
        {
            var refusal = CheckFiles(context.Request) ?? await multipart.ReadAsync(type);
            if (refusal is null)
            {
                using (Scopes.Open(_listeners, context, static (listener, request) => listener.ParseHttpRequest(request)))
                    refusal = RequestEnvelopeReader.Read(multipart.Operations, documentId is null ? BatchRules.Of(options) : BatchRules.None, documentId, out only, out batch);
            }

            if ((refusal ?? UploadPlacement.Apply(multipart, batch ?? [only!], batch is not null)) is { } refused)
                await HttpResponses.RefuseAsync(context, refused, formats.Single ?? ResponseFormat.GraphQLResponse);
            else
                await ExecuteEnvelopesAsync(context, only, batch, operationName, formats);
        }
        finally
        {
            only?.Dispose();
            batch?.ForEach(static envelope => envelope.Dispose());
        }
    }

    private TransportRefusal? CheckFiles(HttpRequest request)
    {
        if (options.EnforceMultipartRequestsPreflightHeader && request.Headers["GraphQL-Preflight"] != "1")
            return new TransportRefusal(400, TransportErrorCodes.PreflightRequired, "A multipart request needs the header \"GraphQL-Preflight: 1\".");
        return MediaTypeRules.CheckEncoding(request);
    }

    private Task GetAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (IsForSchema(query))
        {
            if (options.EnableSchemaRequests)
                return _schema.WriteAsync(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var notAcceptable = Negotiate(context, out var formats);
        return notAcceptable is null && !IsOperation(query) && formats.Html && options.Tool.Enable
            ? _tool.WriteIndexAsync(context)
            : GetOperationAsync(context, notAcceptable, formats);
    }

    private async Task GetOperationAsync(HttpContext context, TransportRefusal? notAcceptable, AcceptedFormats formats)
    {
        var format = formats.Single ?? ResponseFormat.GraphQLResponse;
        var envelope = new RequestEnvelope();
        if ((notAcceptable ?? CheckGet(context.Request) ?? ReadQuery(context.Request.Query, envelope)) is { } refusal)
            await HttpResponses.RefuseAsync(context, refusal, format);
        else
            await ExecuteAsync(context, envelope, options.AllowedGetOperations, formats);
    }

    private static bool IsOperation(IQueryCollection query) =>
        query.ContainsKey("query") || query.ContainsKey("documentId") || query.ContainsKey("id") || query.ContainsKey("extensions");

    private static bool IsForSchema(IQueryCollection query) => query.ContainsKey("sdl") && !IsOperation(query);

    private TransportRefusal? CheckGet(HttpRequest request)
    {
        if (!options.EnableGetRequests)
            return new TransportRefusal(405, TransportErrorCodes.RequestInvalid, "GraphQL is served over POST.") { Allow = "POST" };
        if (options.EnforceGetRequestsPreflightHeader && request.Headers["GraphQL-Preflight"] != "1")
            return new TransportRefusal(400, TransportErrorCodes.PreflightRequired, "A GET needs the header \"GraphQL-Preflight: 1\".");
        return MediaTypeRules.CheckGet(request);
    }

    private static TransportRefusal? ReadQuery(IQueryCollection query, RequestEnvelope envelope)
    {
        if (Single(query, "query", out var document) is { } first)
            return first;
        if (!string.IsNullOrEmpty(document))
            envelope.SetDocument(Encoding.UTF8.GetBytes(document));
        string? otherId = null;
        if ((Single(query, "documentId", out var id) ?? Single(query, "id", out otherId)) is { } unclear)
            return unclear;
        envelope.DocumentId = id ?? otherId;
        if (ReadParameters(query, envelope) is { } refusal)
            return refusal;
        return RequestEnvelopeReader.IsNamed(envelope)
            ? null
            : TransportRefusal.Invalid("The parameter \"query\" is missing: the document to execute.");
    }

    private static TransportRefusal? ReadParameters(IQueryCollection query, RequestEnvelope envelope)
    {
        ReadOnlyMemory<byte> variables = default, extensions = default;
        string? onError = null;
        if ((Single(query, "operationName", out var name) ?? ReadObject(query, "variables", out variables)
            ?? ReadObject(query, "extensions", out extensions) ?? Single(query, "onError", out onError)) is { } refusal)
            return refusal;
        envelope.OperationName = string.IsNullOrEmpty(name) ? null : name;
        envelope.OnError = RequestEnvelopeReader.ReadOnError(onError);
        envelope.Variables = variables;
        envelope.Extensions = extensions;
        return null;
    }

    private static TransportRefusal? ReadObject(IQueryCollection query, string name, out ReadOnlyMemory<byte> json)
    {
        json = default;
        if (Single(query, name, out var text) is { } refusal)
            return refusal;
        if (string.IsNullOrEmpty(text))
            return null;
        json = Encoding.UTF8.GetBytes(text);
        return RequestEnvelopeReader.CheckObject(name, json);
    }

    private static TransportRefusal? Single(IQueryCollection query, string name, out string? value)
    {
        query.TryGetValue(name, out StringValues values);
        value = values.Count == 0 ? null : values[0];
        return values.Count > 1 ? TransportRefusal.Invalid($"The parameter \"{name}\" is given twice.") : null;
    }

    private TransportRefusal? Negotiate(HttpContext context, out AcceptedFormats formats)
    {
        if (!AcceptedFormats.TryParse(context.Request.Headers.Accept, out formats))
            return TransportRefusal.Invalid("The header \"Accept\" cannot be read.");
        if (_formatter?.Options.HttpTransportVersion == HttpTransportVersion.Legacy)
            formats = formats.Legacy;
        return formats.IsNothing
            ? NotAcceptable("GraphQL is answered as application/graphql-response+json, application/json, application/jsonl, multipart/mixed or text/event-stream.")
            : null;
    }

    private static TransportRefusal NotAcceptable(string message) => new(406, TransportErrorCodes.NotAcceptable, message);

    private async Task ExecuteAsync(
        HttpContext context, RequestEnvelope envelope, AllowedOperations allowedOperations, AcceptedFormats formats)
    {
        if (formats is { Single: null, Events: null })
        {
            await HttpResponses.RefuseAsync(
                context, NotAcceptable("GraphQL is not answered as text/html."), ResponseFormat.GraphQLResponse);
            return;
        }

        var state = await CreateStateAsync(context);
        var generation = Generation;
        var request = ToRequest(context, envelope, allowedOperations, state, formats);
        foreach (var listener in _listeners)
            listener.StartSingleRequest(context, request);
        await using var result = await RunAsync(context, generation, request);
        using var scopes = OpenFormatting(context, result);
        switch (result)
        {
            case OperationResult { IsRequestError: false, ErrorCount: 0 } single
                when formats.Single is { } tagged && IsCacheable(context, envelope) && EntityTag.IsKnown(context, single, tagged):
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                break;
            case OperationResult single when formats.Single is { } format:
                await HttpResponses.WriteAsync(context, single, format, _formatter);
                break;
            case OperationResult { IsOperationNotAllowed: true } single:
                await HttpResponses.WriteAsync(context, single, ResponseFormat.GraphQLResponse);
                break;
            case ResponseStream when formats.Events is null:
                await HttpResponses.RefuseAsync(
                    context, NotAcceptable("A subscription is answered as text/event-stream, multipart/mixed or application/jsonl."), formats.Single!.Value);
                break;
            case ResponseStream { Kind: ExecutionResultKind.DeferredResult } when formats.Parts == StreamFormat.Multipart:
            case not ResponseStream { Kind: ExecutionResultKind.DeferredResult } when formats.Events == StreamFormat.Multipart:
                using (var multipart = new StreamLifetime(context, _stopping, EndOf(generation, result), _clock))
                    await new MultipartResponse(context, multipart).WriteAsync(result);
                break;
            default:
                var framing = (result is ResponseStream { Kind: ExecutionResultKind.DeferredResult } ? formats.Parts : formats.Events) == StreamFormat.JsonLines
                    ? StreamFraming.JsonLines
                    : StreamFraming.EventStream;
                using (var lifetime = new StreamLifetime(context, _stopping, EndOf(generation, result), _clock))
                    await new StreamedResponse(context, framing, options.EventStreamKeepAliveInterval, lifetime).WriteAsync(result);
                break;
        }
    }

    private async Task ExecuteBatchAsync(HttpContext context, List<RequestEnvelope> envelopes, AcceptedFormats formats, bool isRequestBatch)
    {
        if (formats is { Single: null, Lines: false })
        {
            await HttpResponses.RefuseAsync(
                context, NotAcceptable("A batch is answered as JSON, or as lines of it (application/jsonl)."), ResponseFormat.GraphQLResponse);
            return;
        }

        var state = await CreateStateAsync(context);
        var generation = Generation;
        var operations = envelopes.Sum(static envelope => envelope.Executions);
        foreach (var listener in _listeners)
            listener.StartBatchRequest(context, envelopes.Count, operations);
        // What holds the activities of the operations together.
        using var activity = _isInstrumented ? GraphQLTelemetry.Source.StartActivity("GraphQL Batch")?.SetTag("graphql.batch.size", operations) : null;
        var response = new BatchResponse(context, isRequestBatch, formats.Single);
        // One after another: the executions of a batch share the services of their HTTP request.
        for (var i = 0; i < envelopes.Count; i++)
        {
            var envelope = envelopes[i];
            for (var j = 0; j < envelope.Executions; j++)
            {
                context.RequestAborted.ThrowIfCancellationRequested();
                envelope.Variables = envelope.VariableSets?[j] ?? envelope.Variables;
                var request = ToRequest(context, envelope, AllowedOperations.Query | AllowedOperations.Mutation, state, formats with { Parts = null }, j);
                await using var result = (OperationResult)await RunAsync(context, generation, request);
                using (OpenFormatting(context, result))
                    await response.WriteAsync(result, i, envelope.VariableSets is null ? null : j);
            }
        }

        await response.EndAsync();
    }

    private Scopes OpenFormatting(HttpContext context, IExecutionResult result) =>
        Scopes.Open(_listeners, (Context: context, Result: result), static (listener, response) => listener.FormatHttpResponse(response.Context, response.Result));

    private ValueTask<IExecutionResult> RunAsync(HttpContext context, SchemaGeneration generation, OperationRequest request) =>
        Gate is { } gate
            ? gate.ExecuteAsync(generation.Executor, context, request, default)
            : generation.Executor.ExecuteAsync(request, default);

    // A response in parts is one answer and ends as it began; only what waits for events ends with its schema.
    private static CancellationToken EndOf(SchemaGeneration generation, IExecutionResult result) =>
        result is ResponseStream { Kind: ExecutionResultKind.SubscriptionResult } ? generation.Ended : CancellationToken.None;

    private async ValueTask<Dictionary<string, object?>?> CreateStateAsync(HttpContext context)
    {
        if (_interceptors.Length == 0)
            return null;
        var state = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var interceptor in _interceptors)
            await interceptor.OnCreateAsync(context, state, context.RequestAborted);
        return state;
    }

    private static bool IsCacheable(HttpContext context, RequestEnvelope envelope) => !envelope.HasDocument && HttpMethods.IsGet(context.Request.Method);

    private static OperationRequest ToRequest(
        HttpContext context, RequestEnvelope envelope, AllowedOperations allowedOperations, Dictionary<string, object?>? state, AcceptedFormats formats, int execution = 0) => new()
        {
            Document = envelope.Document,
            DocumentId = envelope.DocumentId,
            OperationName = envelope.OperationName,
            Variables = envelope.Variables,
            Extensions = envelope.Extensions,
            ErrorHandlingMode = envelope.OnError,
            Transport = new HttpRequestTransport(context),
            User = context.User,
            ContextData = state,
            AllowedOperations = allowedOperations,
            CostReporting = CostHeader.Read(context.Request),
            AcceptsIncrementalDelivery = formats.Parts is not null,
            IncrementalDeliveryFormat = formats.Delivery,
            Uploads = envelope.Uploads?[execution],
        };
}
