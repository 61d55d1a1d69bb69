using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Oms.Engine.Execution;
using Oms.Engine.Instrumentation;

namespace Oms.Engine.AspNetCore;

/// <summary>Writes single responses and refusals.</summary>
internal static class HttpResponses
{
    private const string GraphQLResponseType = "application/graphql-response+json; charset=utf-8";
    private const string JsonType = "application/json; charset=utf-8";

    public static async Task WriteAsync(HttpContext context, OperationResult result, ResponseFormat format)
    {
        var response = context.Response;
        response.StatusCode = StatusCodeRules.For(result, format);
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed)
            response.Headers.Allow = HttpMethods.Post;
        if (response.StatusCode == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = "1";
        Describe(response, format);
        response.ContentLength = result.Length;
        await WriteBodyAsync(response.BodyWriter, result);
    }

    /// <summary>Writes a response as a formatter has it.</summary>
    public static async Task WriteAsync(HttpContext context, OperationResult result, ResponseFormat format, DefaultHttpResponseFormatter formatter)
    {
        var response = context.Response;
        Describe(response, format);
        var proposed = response.StatusCode == StatusCodes.Status200OK ? StatusCodeRules.For(result, format) : response.StatusCode;
        response.StatusCode = (int)formatter.OnDetermineStatusCode(result, format == ResponseFormat.Json ? JsonType : GraphQLResponseType, (HttpStatusCode)proposed);
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed && StringValues.IsNullOrEmpty(response.Headers.Allow))
            response.Headers.Allow = HttpMethods.Post;
        if (response.StatusCode == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = "1";
        formatter.OnWriteResponseHeaders(result, response.Headers);
        if (!formatter.Options.Indented)
        {
            response.ContentLength = result.Length;
            await WriteBodyAsync(response.BodyWriter, result);
            return;
        }

        var indented = IndentedJson.Of(result.Body);
        response.ContentLength = indented.Length;
        await response.BodyWriter.WriteAsync(indented);
    }

    public static async Task RefuseAsync(HttpContext context, TransportRefusal refusal, ResponseFormat format)
    {
        await using var result = refusal.ToResult();
        foreach (var listener in context.RequestServices.GetServices<ServerDiagnosticEventListener>())
            listener.HttpRequestError(context, result.Errors[0]);
        var response = context.Response;
        response.StatusCode = refusal.StatusCode;
        if (refusal.Allow is not null)
            response.Headers.Allow = refusal.Allow;
        if (context.RequestServices.GetService<DefaultHttpResponseFormatter>() is { } formatter)
        {
            await WriteAsync(context, result, format, formatter);
            return;
        }

        if (refusal.StatusCode == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = "1";
        Describe(response, format);
        response.ContentLength = result.Length;
        await WriteBodyAsync(response.BodyWriter, result);
    }

    /// <summary>Says what kind of body follows.</summary>
    public static void Describe(HttpResponse response, ResponseFormat format)
    {
        response.ContentType = format == ResponseFormat.Json ? JsonType : GraphQLResponseType;
        // The same address answers in several types; a cache between must not mix them up.
        response.Headers.Vary = "Accept";
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
