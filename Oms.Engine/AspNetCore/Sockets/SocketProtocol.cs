using System.Net.WebSockets;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Execution;
using Oms.Engine.Instrumentation;
using Oms.Engine.Response;

namespace Oms.Engine.AspNetCore.Sockets;

/// <summary>The server's side of a GraphQL subprotocol on one socket, from the handshake to the closing frame.</summary>
internal sealed class SocketProtocol
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);
    private static readonly byte[] Acknowledgement = "{\"type\":\"connection_ack\"}"u8.ToArray();
    private static readonly byte[] Pong = "{\"type\":\"pong\"}"u8.ToArray();

    private readonly SocketConnection _connection;
    private readonly SocketSession _session;
    private readonly SocketSubprotocol _subprotocol;
    private readonly SocketOperations _operations;
    private readonly GraphQLSocketOptions _options;
    private readonly ClientCounts _users;
    private readonly TimeProvider _clock;
    private readonly TaskCompletionSource<SocketClose> _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ExceptionDispatchInfo? _fault;
    private string? _user;
    private bool _isInitialized;
    private bool _isAcknowledged;

    public SocketProtocol(
        SocketConnection connection,
        SocketSession session,
        SocketSubprotocol subprotocol,
        IRequestExecutor executor,
        GraphQLSocketOptions options,
        ClientCounts users,
        TimeProvider clock)
    {
        _subprotocol = subprotocol;
        _users = users;
        _connection = connection;
        _session = session;
        _options = options;
        _clock = clock;
        _operations = new SocketOperations(connection, session, subprotocol, executor, options.MaxOperations);
    }

    private CancellationToken Aborted => _session.HttpContext.RequestAborted;

    public async Task RunAsync(CancellationToken stopping, CancellationToken swapped)
    {
        using var timers = CancellationTokenSource.CreateLinkedTokenSource(Aborted);
        using var stop = stopping.Register(() => _closing.TrySetResult(SocketClose.GoingAway));
        using var swap = swapped.Register(() => _closing.TrySetResult(SocketClose.SchemaChanged));
        var timing = Task.WhenAll(WatchInitializationAsync(timers.Token), KeepAliveAsync(timers.Token));
        var reading = ReadAsync(timers.Token);
        try
        {
            await EndAsync(await _closing.Task, reading);
        }
        finally
        {
            if (_user is not null)
                _users.Leave(_user);
            await timers.CancelAsync();
            await timing;
        }
    }

    private async Task EndAsync(SocketClose close, Task reading)
    {
        if (close == SocketClose.GoingAway || close == SocketClose.SchemaChanged)
            await CompleteOperationsAsync();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Aborted);
        limit.CancelAfter(_options.CloseTimeout);
        try
        {
            await _connection.CloseAsync(close, limit.Token);
            await reading.WaitAsync(limit.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The client does not take part in the closing handshake.
        }
        finally
        {
            // Dropping a connection that is at its end would take the closing frame from the client.
            if (!reading.IsCompleted)
                _connection.Abort();
            await reading;
            await _operations.EndAsync();
        }

        _fault?.Throw();
    }

    private async Task CompleteOperationsAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Aborted);
        limit.CancelAfter(_options.CloseTimeout);
        try
        {
            await _operations.CompleteAllAsync(limit.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The client has gone meanwhile.
        }
    }

    /// <summary>Reads until the client closes or is gone. What it does against the protocol starts the closing.</summary>
    private async Task ReadAsync(CancellationToken timers)
    {
        try
        {
            while (await _connection.ReceiveAsync(CancellationToken.None) is { IsClosed: false } received)
            {
                // While closing, only the client's closing frame is waited for.
                if (_closing.Task.IsCompleted)
                    continue;
                if ((received.Close ?? await TryHandleAsync(received.Message, timers)) is { } close)
                    _closing.TrySetResult(close);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The connection broke, or was dropped because the closing took too long.
            if (!_closing.Task.IsCompleted)
                TellLost(e);
        }

        _closing.TrySetResult(SocketClose.Normal);
    }

    private void TellLost(Exception exception)
    {
        foreach (var listener in _session.HttpContext.RequestServices.GetServices<ServerDiagnosticEventListener>())
            listener.WebSocketSessionError(_session.HttpContext, exception);
    }

    private async ValueTask<SocketClose?> TryHandleAsync(ReadOnlyMemory<byte> json, CancellationToken timers)
    {
        try
        {
            return await HandleAsync(json, timers);
        }
        catch (Exception e) when (e is not (WebSocketException or OperationCanceledException))
        {
            // An interceptor failed: the client is told, and the server's log has the rest once the socket is closed.
            _fault = ExceptionDispatchInfo.Capture(e);
            return SocketClose.InternalError;
        }
    }

    private async ValueTask<SocketClose?> HandleAsync(ReadOnlyMemory<byte> json, CancellationToken timers)
    {
        if (SocketMessage.Read(json, _subprotocol, out var message) is { } invalid)
            return invalid;
        switch (message.Kind)
        {
            case SocketMessageKind.ConnectionInit:
                return await InitializeAsync(message.Payload, timers) is { } refused ? await ExplainAsync(refused) : null;
            case SocketMessageKind.ConnectionTerminate:
                return SocketClose.Normal;
            case SocketMessageKind.Ping:
                await _connection.SendAsync(Pong);
                return null;
            case SocketMessageKind.Subscribe when !_isAcknowledged:
                return SocketClose.Unauthorized;
            case SocketMessageKind.Subscribe:
                return await _operations.StartAsync(message.Id!, message.Payload, Aborted);
            case SocketMessageKind.Complete:
                await _operations.StopAsync(message.Id!);
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

        if (ClientCounts.NameOf(_session.User) is { } user)
        {
            if (!_users.TryEnter(user, _options.MaxSocketsPerUser))
                return SocketClose.Forbidden($"A user may have {_options.MaxSocketsPerUser} sockets open");
            _user = user;
        }

        if (_session.ExpiresAt is { } end)
        {
            if (end <= _clock.GetUtcNow())
                return SocketClose.Expired;
            _ = WatchExpiryAsync(end, timers);
        }

        _isAcknowledged = true;
        await _connection.SendAsync(Acknowledgement);
        if (_subprotocol.IsLegacy && _options.KeepAliveInterval is not null)
            await _connection.SendAsync(_subprotocol.KeepAlive);
        return null;
    }

    // The older subprotocol has no codes: its clients learn from a message why the socket is closed.
    private async ValueTask<SocketClose> ExplainAsync(SocketClose refused)
    {
        if (_subprotocol.IsLegacy && !_isAcknowledged)
        {
            using var message = new ResponseBuffer();
            message.Write("{\"type\":\"connection_error\",\"payload\":{\"message\":"u8);
            JsonText.WriteString(message, refused.Reason);
            message.Write("}}"u8);
            await _connection.SendAsync(message);
        }

        return refused;
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
            if (_subprotocol.IsLegacy && !_isAcknowledged)
                continue;
            try
            {
                await _connection.SendAsync(_subprotocol.KeepAlive);
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
