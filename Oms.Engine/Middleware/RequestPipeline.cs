using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Response;

namespace Oms.Engine.Middleware;

/// <summary>The middleware around the execution of requests, put together once for a schema and all views of it.</summary>
internal sealed class RequestPipeline
{
    private readonly RequestDelegate first;

    private RequestPipeline(IEnumerable<RequestMiddleware> middleware) =>
        first = middleware.Reverse().Aggregate((RequestDelegate)ExecuteAsync, (next, around) => around(next));

    /// <summary>The pipeline; null when nothing was registered, and then nothing is done for it.</summary>
    public static RequestPipeline? Of(SchemaSetup setup, IServiceProvider services) =>
        setup.RequestMiddleware.Count == 0 ? null : new RequestPipeline(setup.RequestMiddleware.Select(make => make(services)));

    /// <summary>Answers a request.</summary>
    /// <exception cref="InvalidOperationException">The middleware left no answer.</exception>
    public async ValueTask<IExecutionResult> RunAsync(RequestContext context, Func<GraphQLError, GraphQLError> filter)
    {
        try
        {
            await first(context);
            return context.Result ?? throw new InvalidOperationException("The request middleware has neither called the next one nor set a result.");
        }
        catch (GraphQLException e)
        {
            if (context.Result is { } unused)
                await unused.DisposeAsync();
            return RequestErrorResponse.Create([.. e.Errors.Select(filter)]);
        }
    }

    private static async ValueTask ExecuteAsync(IRequestContext context)
    {
        var own = context as RequestContext ?? throw new InvalidOperationException("Request middleware hands the context on that it was called with.");
        own.Result = await own.Execute(own.Request);
    }
}
