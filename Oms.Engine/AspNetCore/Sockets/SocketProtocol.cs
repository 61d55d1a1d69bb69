using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Execution;

namespace Oms.Engine.AspNetCore.Sockets;

/// <summary>The server's side of graphql-transport-ws on one socket, from the handshake to the closing frame.</summary>
internal sealed class SocketProtocol
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);
    private static readonly byte[] Acknowledgement = "{\"type\":\"connection_ack\"}"u8.ToArray();
    private static readonly byte[] Ping = "{\"type\":\"ping\"}"u8.ToArray();
    private static readonly byte[] Pong = "{\"type\":\"pong\"}"u8.ToArray();

    private readonly SocketConnection _connection;
    private readonly SocketSession _session;
    private readonly SocketOperations _operations;
    private readonly GraphQLSocketOptions _options;
    private readonly TimeProvider _clock;
    private readonly TaskCompletionSource<SocketClose> _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isInitialized;
    private bool _isAcknowledged;

    public SocketProtocol(
        SocketConnection connection, SocketSession session, IRequestExecutor executor, GraphQLSocketOptions options, TimeProvider clock)
    {
        _connection = connection;
        _session = session;
        _options = options;
        _clock = clock;
        _operations = new SocketOperations(connection, session, executor, options.MaxOperations);
    }

    private CancellationToken Aborted => _session.HttpContext.RequestAborted;

    public async Task RunAsync(CancellationToken stopping)
    {
        using var timers = CancellationTokenSource.CreateLinkedTokenSource(Aborted);
        using var stop = stopping.Register(() => _closing.TrySetResult(SocketClose.GoingAway));
        var timing = Task.WhenAll(WatchInitializationAsync(timers.Token), KeepAliveAsync(timers.Token));
        var reading = ReadAsync(timers.Token);
        await Task.WhenAny(reading, _closing.Task);
        var close = _closing.Task.IsCompletedSuccessfully ? await _closing.Task : await reading;
        _closing.TrySetResult(close);
        await timers.CancelAsync();
        await EndAsync(close, reading);
        await timing;
    }

    private async Task EndAsync(SocketClose close, Task reading)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Aborted);
        limit.CancelAfter(_options.CloseTimeout);
        try
        {
            if (close == SocketClose.GoingAway)
                await _operations.CompleteAllAsync(limit.Token);
            await _connection.CloseAsync(close, limit.Token);
            await reading.WaitAsync(limit.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The client does not take part in the closing handshake.
        }

        _connection.Abort();
        await reading;
        await _operations.EndAsync();
    }

    /// <summary>Reads until the client closes, breaks the protocol, or is gone.</summary>
    private async Task<SocketClose> ReadAsync(CancellationToken timers)
    {
        try
        {
            while (true)
            {
                var received = await _connection.ReceiveAsync(CancellationToken.None);
                if (received.IsClosed)
                    return SocketClose.Normal;
                // While closing, only the client's closing frame is waited for.
                if (_closing.Task.IsCompleted)
                    continue;
                if ((received.Close ?? await HandleAsync(received.Message, timers)) is { } close)
                    _closing.TrySetResult(close);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            return SocketClose.Normal;
        }
    }

    private async ValueTask<SocketClose?> HandleAsync(ReadOnlyMemory<byte> json, CancellationToken timers)
    {
        if (SocketMessage.Read(json, out var message) is { } invalid)
            return invalid;
        switch (message.Kind)
        {
            case SocketMessageKind.ConnectionInit:
                return await InitializeAsync(message.Payload, timers);
            case SocketMessageKind.Ping:
                await _connection.SendAsync(Pong, Aborted);
                return null;
            case SocketMessageKind.Subscribe when !_isAcknowledged:
                return SocketClose.Unauthorized;
            case SocketMessageKind.Subscribe:
                return await _operations.StartAsync(message.Id!, message.Payload, Aborted);
            case SocketMessageKind.Complete:
                _operations.Stop(message.Id!);
                return null;
            default:
                return null;
        }
    }

    private async ValueTask<SocketClose?> InitializeAsync(ReadOnlyMemory<byte> payload, CancellationToken timers)
    {
        if (_isInitialized)
            return SocketClose.TooManyInitializations;
        _isInitialized = true;
        foreach (var interceptor in _session.HttpContext.RequestServices.GetServices<ISocketSessionInterceptor>())
        {
            var status = await interceptor.OnConnectAsync(_session, new ConnectionInitPayload(payload), Aborted);
            if (!status.IsAccepted)
                return SocketClose.Forbidden(status.Reason);
        }

        if (_session.ExpiresAt is { } end)
        {
            if (end <= _clock.GetUtcNow())
                return SocketClose.Expired;
            _ = WatchExpiryAsync(end, timers);
        }

        _isAcknowledged = true;
        await _connection.SendAsync(Acknowledgement, Aborted);
        return null;
    }

    private async Task WatchInitializationAsync(CancellationToken cancellationToken)
    {
        if (await WaitAsync(_options.ConnectionInitializationTimeout, cancellationToken) && !_isInitialized)
            _closing.TrySetResult(SocketClose.InitializationTimeout);
    }

    private async Task WatchExpiryAsync(DateTimeOffset end, CancellationToken cancellationToken)
    {
        var left = end - _clock.GetUtcNow();
        if (left < LongestWait && await WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken))
            _closing.TrySetResult(SocketClose.Expired);
    }

    private async Task KeepAliveAsync(CancellationToken cancellationToken)
    {
        if (_options.KeepAliveInterval is not { } interval)
            return;
        while (await WaitAsync(interval, cancellationToken))
        {
            try
            {
                await _connection.SendAsync(Ping, Aborted);
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException)
            {
                return;
            }
        }
    }

    private async ValueTask<bool> WaitAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        await Task.Delay(time, _clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !cancellationToken.IsCancellationRequested;
    }
}
