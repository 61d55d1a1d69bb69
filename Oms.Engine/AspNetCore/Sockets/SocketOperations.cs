using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Oms.Engine.Execution;
using Oms.Engine.Response;

namespace Oms.Engine.AspNetCore.Sockets;

/// <summary>The operations that run on one socket, by their ids.</summary>
internal sealed class SocketOperations(
    SocketConnection connection, SocketSession session, SocketSubprotocol subprotocol, IRequestExecutor executor, int maxOperations)
{
    private static readonly TimeSpan DrainInterval = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<string, SocketOperation> _running = new(StringComparer.Ordinal);
    // Beside those above, the ones that the client has completed and whose sources have not ended yet.
    private readonly ConcurrentDictionary<SocketOperation, SocketOperation> _unfinished = new();
    private readonly CancellationTokenSource _end = new();

    /// <summary>Starts an operation. Called by the reader of messages only, so that ids are looked up in their order.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="payload">The request.</param>
    /// <param name="cancellationToken">Cancelled when the connection ends.</param>
    /// <returns>Why the socket must be closed; null when it need not.</returns>
    public async ValueTask<SocketClose?> StartAsync(string id, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        if (_running.ContainsKey(id))
            return SocketClose.SubscriberExists(id);
        // The message's memory is reused for the next one; the operation outlives it.
        if (RequestEnvelopeReader.ReadOne(payload.ToArray(), out var envelope) is { } refusal)
            return SocketClose.Invalid("Invalid message: " + refusal.Message);
        // The second bound holds against a client that subscribes and completes faster than sources end.
        if (_running.Count >= maxOperations || _unfinished.Count >= 2 * maxOperations)
        {
            envelope.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            await SendErrorsAsync(id, [TooMany(maxOperations)]);
            return null;
        }

        var operation = new SocketOperation(id, subprotocol, _end.Token);
        _running[id] = operation;
        _unfinished[operation] = operation;
        operation.Completion = Task.Run(() => RunAsync(operation, envelope), CancellationToken.None);
        return null;
    }

    public async ValueTask StopAsync(string id)
    {
        if (_running.TryRemove(id, out var operation))
            await operation.CancelAsync();
    }

    /// <summary>
    /// Completes subscriptions at once, and lets queries and mutations come to their end. What has not by then is cancelled, and the client told
    /// that it is complete.
    /// </summary>
    /// <param name="limit">Cancelled when there is no more time.</param>
    /// <returns>A task.</returns>
    public async Task CompleteAllAsync(CancellationToken limit)
    {
        while (!_running.IsEmpty && !limit.IsCancellationRequested)
        {
            await CompleteAsync(operation => operation.IsSubscription);
            // One that is just being opened becomes a subscription later.
            var ends = Task.WhenAll(_running.Values.Select(operation => operation.Completion));
            await Task.WhenAny(ends, Task.Delay(DrainInterval, limit));
        }

        await CompleteAsync(_ => true);
    }

    private async Task CompleteAsync(Func<SocketOperation, bool> isToEnd)
    {
        foreach (var operation in _running.Values.Where(isToEnd))
        {
            if (!_running.TryRemove(KeyValuePair.Create(operation.Id, operation)))
                continue;
            await operation.CancelAsync();
            await SendCompleteAsync(operation.Id);
        }
    }

    /// <summary>Ends every operation and waits until their sources are released. Nothing is started any more.</summary>
    /// <returns>A task.</returns>
    public async Task EndAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_unfinished.Keys.Select(operation => operation.Completion));
        _end.Dispose();
    }

    private static GraphQLError TooMany(int limit) => ErrorBuilder.New()
        .SetMessage($"A socket may run {limit} operations at once.")
        .SetCode(TransportErrorCodes.TooManyOperations)
        .Build();

    private async Task RunAsync(SocketOperation operation, RequestEnvelope envelope)
    {
        try
        {
            using (envelope)
            {
                await using var scope = new ScopedServices(session.HttpContext.RequestServices, isOfApplication: true, operation.Cancelled);
                await using var result = await executor.ExecuteAsync(ToRequest(envelope, scope), operation.Cancelled);
                await AnswerAsync(operation, result);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The client completed the operation, or the socket broke; its reader ends the session.
        }
        catch (Exception e)
        {
            await ReportAsync(operation, e);
        }
        finally
        {
            _running.TryRemove(KeyValuePair.Create(operation.Id, operation));
            operation.Release();
            _unfinished.TryRemove(operation, out _);
        }
    }

    // Resolvers' exceptions are answered by the executor; this is a fault in it or in a source of events.
    private async Task ReportAsync(SocketOperation operation, Exception exception)
    {
        var logger = session.HttpContext.RequestServices.GetService<ILogger<SocketOperations>>() ?? NullLogger<SocketOperations>.Instance;
        logger.LogError(exception, "An operation on a socket failed");
        if (!_running.TryRemove(KeyValuePair.Create(operation.Id, operation)))
            return;
        try
        {
            await SendErrorsAsync(operation.Id, [new GraphQLError("Unexpected Execution Error")]);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The socket is gone too.
        }
    }

    private OperationRequest ToRequest(RequestEnvelope envelope, ScopedServices scope) => new()
    {
        Document = envelope.Document,
        DocumentId = envelope.DocumentId,
        OperationName = envelope.OperationName,
        Variables = envelope.Variables,
        Extensions = envelope.Extensions,
        ErrorHandlingMode = envelope.OnError,
        Transport = scope,
        User = session.User,
        ContextData = session.ContextData,
        AcceptsIncrementalDelivery = !subprotocol.IsLegacy,
    };

    private async Task AnswerAsync(SocketOperation operation, IExecutionResult result)
    {
        switch (result)
        {
            case OperationResult { IsRequestError: true } failed:
                if (_running.TryRemove(KeyValuePair.Create(operation.Id, operation)))
                    await SendErrorsAsync(operation.Id, failed.Errors);
                return;
            case OperationResult single:
                await SendNextAsync(operation, single);
                break;
            case ResponseStream stream:
                operation.IsSubscription = stream.Kind == ExecutionResultKind.SubscriptionResult;
                await foreach (var item in stream.WithCancellation(operation.Cancelled))
                {
                    // What is shared is nobody's to dispose of.
                    if (item.Shared is null)
                    {
                        await using (item)
                            await SendNextAsync(operation, item);
                    }
                    else
                    {
                        await SendNextAsync(operation, item);
                    }
                }

                break;
        }

        // The id is free before the client learns of it, and nothing is sent for one the client has completed.
        if (_running.TryRemove(KeyValuePair.Create(operation.Id, operation)))
            await SendCompleteAsync(operation.Id);
    }

    private ValueTask SendNextAsync(SocketOperation operation, OperationResult result)
    {
        operation.Cancelled.ThrowIfCancellationRequested();
        return result.Shared is { } shared
            ? connection.SendAsync(shared.In(operation.Next, (byte)'}'))
            : SendOwnAsync(operation, result);
    }

    private async ValueTask SendOwnAsync(SocketOperation operation, OperationResult result)
    {
        using var message = new ResponseBuffer(operation.Next.Length + result.Length + 1);
        message.Write(operation.Next);
        result.WriteTo(message);
        message.WriteByte((byte)'}');
        await connection.SendAsync(message);
    }

    private async ValueTask SendErrorsAsync(string id, IReadOnlyList<GraphQLError> errors)
    {
        using var message = Begin(id, "error");
        if (subprotocol.IsLegacy)
            ErrorWriter.WriteError(message, errors[0]);
        else
            ErrorWriter.WriteErrorList(message, errors);
        message.WriteByte((byte)'}');
        await connection.SendAsync(message);
    }

    private async ValueTask SendCompleteAsync(string id)
    {
        using var message = new ResponseBuffer();
        message.Write("{\"id\":"u8);
        JsonText.WriteString(message, id);
        message.Write(",\"type\":\"complete\"}"u8);
        await connection.SendAsync(message);
    }

    private static ResponseBuffer Begin(string id, string type)
    {
        var message = new ResponseBuffer();
        message.Write("{\"id\":"u8);
        JsonText.WriteString(message, id);
        message.Write(",\"type\":"u8);
        JsonText.WriteString(message, type);
        message.Write(",\"payload\":"u8);
        return message;
    }
}
