using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Oms.Engine.Execution;
using Oms.Engine.Response;

namespace Oms.Engine.AspNetCore;

/// <summary>Responses one after another as they come, with signs of life between them; one operation a request.</summary>
internal sealed class StreamedResponse(HttpContext context, StreamFraming framing, TimeSpan keepAliveInterval, StreamLifetime lifetime)
{
    private readonly CancellationToken _stopping = lifetime.Start();
    private readonly PipeWriter _writer = context.Response.BodyWriter;
    private Task? _keepAlive;

    public async Task WriteAsync(IExecutionResult result)
    {
        var response = context.Response;
        response.ContentType = framing.ContentType;
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        response.Headers.Vary = "Accept";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        if (result is ResponseStream stream)
            await WriteStreamAsync(stream);
        else
            WriteNext((OperationResult)result);
        _writer.Write(framing.End);
        await _writer.FlushAsync(context.RequestAborted);
    }

    private async Task WriteStreamAsync(ResponseStream stream)
    {
        // The source is asked before the headers go out: a client knows by them that it is subscribed, and counts on what happens from then on.
        var events = stream.GetAsyncEnumerator(_stopping);
        var next = events.MoveNextAsync().AsTask();
        try
        {
            _writer.Write(framing.Opening);
            await _writer.FlushAsync(context.RequestAborted);
            while (await WaitAsync(next))
            {
                await using (var result = events.Current)
                    WriteNext(result);
                await _writer.FlushAsync(context.RequestAborted);
                next = events.MoveNextAsync().AsTask();
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            // The client shall see a complete stream, not a broken one, and be told where it is the token's end. That is also why nothing is ever
            // flushed under the token that ends the stream: Kestrel breaks a connection whose flush is cancelled.
            if (lifetime.HasExpired)
                await WriteExpiredAsync();
        }
        finally
        {
            // An enumerator must not be disposed while it moves; whatever ended the loop has cancelled its token too.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await events.DisposeAsync();
        }
    }

    /// <summary>Waits for the next event, and lets the client see meanwhile that the stream is alive.</summary>
    private async ValueTask<bool> WaitAsync(Task<bool> next)
    {
        while (!next.IsCompleted)
        {
            if (_keepAlive is null or { IsCompleted: true })
                _keepAlive = Task.Delay(keepAliveInterval, _stopping);
            if (await Task.WhenAny(next, _keepAlive) == next || _keepAlive.IsCanceled)
                break;
            _writer.Write(framing.Silence);
            await _writer.FlushAsync(context.RequestAborted);
        }

        return await next;
    }

    private async Task WriteExpiredAsync()
    {
        await using var expired = OperationResult.FromErrors(
            new GraphQLError("The authentication has expired. Subscribe again with a new token.") { Code = ErrorCodes.NotAuthenticated });
        WriteNext(expired);
    }

    private void WriteNext(OperationResult result)
    {
        _writer.Write(framing.Before);
        result.WriteTo(_writer);
        _writer.Write(framing.After);
    }
}
