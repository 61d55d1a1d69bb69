using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Oms.Engine.Execution;

namespace Oms.Engine.AspNetCore;

/// <summary>Several responses as <c>multipart/mixed</c> with the boundary <c>-</c> (GraphQL over HTTP, incremental delivery).</summary>
internal sealed class MultipartResponse(HttpContext context, StreamLifetime lifetime)
{
    private readonly PipeWriter _writer = context.Response.BodyWriter;

    public async Task WriteAsync(IExecutionResult result)
    {
        var response = context.Response;
        response.ContentType = "multipart/mixed; boundary=\"-\"";
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        response.Headers.Vary = "Accept";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        _writer.Write("\r\n---"u8);
        if (result is ResponseStream stream)
            await WriteStreamAsync(stream);
        else
            WritePart((OperationResult)result);
        _writer.Write("--\r\n"u8);
        await _writer.FlushAsync(context.RequestAborted);
    }

    // A delivery in parts is bounded by its execution's time and goes on to its end; a subscription ends with the server or the user's token.
    private async Task WriteStreamAsync(ResponseStream stream)
    {
        var isDelivery = stream.Kind == ExecutionResultKind.DeferredResult;
        var stopping = isDelivery ? context.RequestAborted : lifetime.Start();
        if (!isDelivery)
            await _writer.FlushAsync(context.RequestAborted);
        try
        {
            await foreach (var result in stream.WithCancellation(stopping))
            {
                await using (result)
                    WritePart(result);
                await _writer.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException) when (!isDelivery && stopping.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            // The client shall see a stream that is complete, not a broken one.
        }
    }

    // With the delimiter after it: by that a client knows that the part is complete.
    private void WritePart(OperationResult result)
    {
        _writer.Write("\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"u8);
        result.WriteTo(_writer);
        _writer.Write("\r\n---"u8);
    }
}
