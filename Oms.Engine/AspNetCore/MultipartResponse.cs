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
        // A subscription's source is asked before the headers go out, by which a client knows that it is subscribed.
        var results = stream.GetAsyncEnumerator(stopping);
        var next = results.MoveNextAsync().AsTask();
        try
        {
            if (!isDelivery)
                await _writer.FlushAsync(context.RequestAborted);
            while (await next)
            {
                await using (var result = results.Current)
                    WritePart(result);
                await _writer.FlushAsync(context.RequestAborted);
                next = results.MoveNextAsync().AsTask();
            }
        }
        catch (OperationCanceledException) when (!isDelivery && stopping.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            // The client shall see a stream that is complete, not a broken one.
        }
        finally
        {
            // An enumerator must not be disposed while it moves; whatever ended the loop has cancelled its token too.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await results.DisposeAsync();
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
