using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Oms.Engine.Execution;

namespace Oms.Engine.AspNetCore;

/// <summary>Server-sent events in the "distinct connections" mode of the GraphQL over SSE protocol: one operation a request.</summary>
internal sealed class EventStreamResponse(HttpContext context, TimeSpan keepAliveInterval, CancellationToken stopping)
{
    private readonly PipeWriter _writer = context.Response.BodyWriter;

    public async Task WriteAsync(IExecutionResult result)
    {
        var response = context.Response;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        response.Headers.Vary = "Accept";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        if (result is ResponseStream stream)
            await WriteStreamAsync(stream);
        else
            WriteNext((OperationResult)result);
        _writer.Write("event: complete\ndata:\n\n"u8);
        await _writer.FlushAsync(context.RequestAborted);
    }

    private async Task WriteStreamAsync(ResponseStream stream)
    {
        // The headers go out now: a client knows by them that it is subscribed.
        _writer.Write(":\n\n"u8);
        await _writer.FlushAsync(context.RequestAborted);
        await using var events = stream.GetAsyncEnumerator(stopping);
        var keepAlive = Task.Delay(keepAliveInterval, stopping);
        try
        {
            while (true)
            {
                var next = events.MoveNextAsync().AsTask();
                while (await Task.WhenAny(next, keepAlive) == keepAlive && !next.IsCompleted && !stopping.IsCancellationRequested)
                {
                    _writer.Write(":\n\n"u8);
                    await _writer.FlushAsync(stopping);
                    keepAlive = Task.Delay(keepAliveInterval, stopping);
                }

                if (!await next)
                    return;
                await using var result = events.Current;
                WriteNext(result);
                await _writer.FlushAsync(stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            // The server stops or the token has expired: the client shall see a complete stream, not a broken one.
        }
    }

    private void WriteNext(OperationResult result)
    {
        _writer.Write("event: next\ndata: "u8);
        result.WriteTo(_writer);
        _writer.Write("\n\n"u8);
    }
}
