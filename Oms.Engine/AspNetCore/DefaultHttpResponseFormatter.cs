using System.Net;
using Microsoft.AspNetCore.Http;
using Oms.Engine.Execution;

namespace Oms.Engine.AspNetCore;

/// <summary>
/// The way single responses go out; derived from to change their status codes and headers, and added by <c>AddHttpResponseFormatter</c>.
/// Batches and streams, whose status is sent before they are known, do not ask it.
/// </summary>
/// <param name="options">How responses look.</param>
public class DefaultHttpResponseFormatter(HttpResponseFormatterOptions options)
{
    /// <summary>A formatter with the defaults.</summary>
    public DefaultHttpResponseFormatter()
        : this(new HttpResponseFormatterOptions())
    {
    }

    /// <summary>How responses look.</summary>
    public HttpResponseFormatterOptions Options => options;

    /// <summary>Chooses the status code.</summary>
    /// <param name="result">The response.</param>
    /// <param name="mediaType">What it is sent as.</param>
    /// <param name="proposedStatusCode">What GraphQL over HTTP, section 6.4, says.</param>
    /// <returns>The status code.</returns>
    protected internal virtual HttpStatusCode OnDetermineStatusCode(OperationResult result, string mediaType, HttpStatusCode proposedStatusCode) => proposedStatusCode;

    /// <summary>Adds or changes headers; what describes the body is there already.</summary>
    /// <param name="result">The response.</param>
    /// <param name="headers">The headers.</param>
    protected internal virtual void OnWriteResponseHeaders(OperationResult result, IHeaderDictionary headers)
    {
    }
}
