using Microsoft.AspNetCore.Http;
using Oms.Engine.Execution;
using Oms.Engine.Response;

namespace Oms.Engine.Instrumentation;

/// <summary>
/// Hears of what comes to an endpoint over HTTP and WebSocket, under the names of Hot Chocolate's class. Derive from it and add it by
/// <c>AddDiagnosticEventListener</c>; where there is none, endpoints do nothing for it. Called on the request's own path: an exception of a listener
/// fails the request.
/// </summary>
public abstract class ServerDiagnosticEventListener
{
    /// <summary>A scope that does nothing when it ends.</summary>
    protected static IDisposable EmptyScope => Nothing.Instance;

    /// <summary>An HTTP request has come, other than one for a WebSocket.</summary>
    /// <param name="context">The request.</param>
    /// <param name="kind">What it is.</param>
    /// <returns>Disposed when it is answered, or cannot be.</returns>
    public virtual IDisposable ExecuteHttpRequest(HttpContext context, HttpRequestKind kind) => EmptyScope;

    /// <summary>The body of a <c>POST</c> is read as JSON.</summary>
    /// <param name="context">The request.</param>
    /// <returns>Disposed when it is read, or cannot be.</returns>
    public virtual IDisposable ParseHttpRequest(HttpContext context) => EmptyScope;

    /// <summary>One request is about to be executed.</summary>
    /// <param name="context">The HTTP request.</param>
    /// <param name="request">The request.</param>
    public virtual void StartSingleRequest(HttpContext context, OperationRequest request)
    {
    }

    /// <summary>A batch is about to be executed, one operation after the other.</summary>
    /// <param name="context">The HTTP request.</param>
    /// <param name="requests">How many requests it has.</param>
    /// <param name="operations">How many operations are executed for them: each request one for every set of variables.</param>
    public virtual void StartBatchRequest(HttpContext context, int requests, int operations)
    {
    }

    /// <summary>A response is written, or several as parts or events of one.</summary>
    /// <param name="context">The HTTP request.</param>
    /// <param name="result">The result; of a batch each one by itself.</param>
    /// <returns>Disposed when it is written; that of a subscription when the subscription has ended.</returns>
    public virtual IDisposable FormatHttpResponse(HttpContext context, IExecutionResult result) => EmptyScope;

    /// <summary>The HTTP request was refused before anything was executed: by its headers, its size, its JSON.</summary>
    /// <param name="context">The request.</param>
    /// <param name="error">What it is answered.</param>
    public virtual void HttpRequestError(HttpContext context, GraphQLError error)
    {
    }

    /// <summary>The HTTP request failed with an exception, which the web server gets.</summary>
    /// <param name="context">The request.</param>
    /// <param name="exception">The exception.</param>
    public virtual void HttpRequestError(HttpContext context, Exception exception)
    {
    }

    /// <summary>A WebSocket is asked for.</summary>
    /// <param name="context">The HTTP request that asks for it.</param>
    /// <returns>Disposed when it is closed or gone, or was refused.</returns>
    public virtual IDisposable WebSocketSession(HttpContext context) => EmptyScope;

    /// <summary>
    /// A WebSocket was lost instead of closed: the client broke the connection off or answered no pings; or a fault of the server ended it.
    /// </summary>
    /// <param name="context">The HTTP request that opened it.</param>
    /// <param name="exception">What was seen of it.</param>
    public virtual void WebSocketSessionError(HttpContext context, Exception exception)
    {
    }
}
