using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Oms.Engine.Execution;
using Oms.Engine.Instrumentation;

namespace Oms.Engine.AspNetCore;

/// <summary>Writes single responses and refusals.</summary>
internal static class HttpResponses
{
    private const string GraphQLResponseType = "application/graphql-response+json; charset=utf-8";
    private const string JsonType = "application/json; charset=utf-8";

    /// <summary>Writes a response.</summary>
    /// <param name="context">Its request.</param>
    /// <param name="result">The response.</param>
    /// <param name="format">Its media type.</param>
    /// <param name="formatter">Who has a say in how it is written; null when nobody has.</param>
    public static Task WriteAsync(HttpContext context, OperationResult result, ResponseFormat format, DefaultHttpResponseFormatter? formatter = null) =>
        SendAsync(context.Response, result, format, StatusCodeRules.For(result, format), formatter);

    public static async Task RefuseAsync(HttpContext context, TransportRefusal refusal, ResponseFormat format)
    {
        await using var result = refusal.ToResult();
        foreach (var listener in context.RequestServices.GetServices<ServerDiagnosticEventListener>())
            listener.HttpRequestError(context, result.Errors[0]);
        if (refusal.Allow is not null)
            context.Response.Headers.Allow = refusal.Allow;
        await SendAsync(context.Response, result, format, refusal.StatusCode, context.RequestServices.GetService<DefaultHttpResponseFormatter>());
    }

    /// <summary>Says what kind of body follows.</summary>
    public static void Describe(HttpResponse response, ResponseFormat format)
    {
        response.ContentType = format == ResponseFormat.Json ? JsonType : GraphQLResponseType;
        // The same address answers in several types; a cache between must not mix them up.
        if (StringValues.IsNullOrEmpty(response.Headers.Vary))
            response.Headers.Vary = HeaderNames.Accept;
        else if (!response.Headers.GetCommaSeparatedValues(HeaderNames.Vary).Contains(HeaderNames.Accept, StringComparer.OrdinalIgnoreCase))
            response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
    }

    private static async Task SendAsync(HttpResponse response, OperationResult result, ResponseFormat format, int proposed, DefaultHttpResponseFormatter? formatter)
    {
        Describe(response, format);
        response.StatusCode = formatter is null ? proposed
            : (int)formatter.OnDetermineStatusCode(result, format == ResponseFormat.Json ? JsonType : GraphQLResponseType, (HttpStatusCode)proposed);
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed && StringValues.IsNullOrEmpty(response.Headers.Allow))
            response.Headers.Allow = HttpMethods.Post;
        if (response.StatusCode == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = "1";
        result.Caching?.Apply(response.Headers, result.IsOfUser);
        formatter?.OnWriteResponseHeaders(result, response.Headers);
        if (formatter?.Options.Indented != true)
        {
            response.ContentLength = result.Length;
            await WriteBodyAsync(response.BodyWriter, result);
            return;
        }

        var indented = IndentedJson.Of(result.Body);
        response.ContentLength = indented.Length;
        await response.BodyWriter.WriteAsync(indented);
    }

    // No token: the server completes writing when the client goes away, and asking for one would make it for every request.
    private static async ValueTask WriteBodyAsync(PipeWriter writer, OperationResult result)
    {
        var body = result.Body;
        if (body.IsSingleSegment)
        {
            await writer.WriteAsync(body.First);
            return;
        }

        // Block by block, so that a slow client holds back the copying.
        foreach (var block in body)
        {
            if ((await writer.WriteAsync(block)).IsCompleted)
                return;
        }
    }
}
