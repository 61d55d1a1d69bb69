using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net.Sockets;

namespace Oms.Messaging.Nats;

/// <summary>One connection to one server, from the handshake until it breaks. It is never mended: <see cref="NatsConnection"/> opens another.</summary>
internal sealed class NatsLink : IAsyncDisposable
{
    private readonly NatsOptions options;
    private readonly Stream stream;
    private readonly PipeReader input;
    private readonly ConcurrentQueue<TaskCompletionSource?> pings = new();
    private readonly CancellationTokenSource broken = new();
    private int pingsOut;

    private NatsLink(NatsServer server, ServerInfo info, NatsOptions options, Stream stream, PipeReader input)
    {
        (Server, Info, this.options, this.stream, this.input) = (server, info, options, stream, input);
        Output = new SendBuffer(options.SendBufferBytes);
    }

    /// <summary>Who is at the other end.</summary>
    internal NatsServer Server { get; }

    /// <summary>What it said of itself last.</summary>
    internal ServerInfo Info { get; private set; }

    /// <summary>What waits to be sent.</summary>
    internal SendBuffer Output { get; }

    /// <summary>Connects, encrypts where it must, authenticates, and waits until the server agrees.</summary>
    /// <exception cref="NatsException">The server refused, or is no NATS server.</exception>
    internal static async Task<NatsLink> OpenAsync(NatsServer server, NatsOptions options, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Stream? stream = null;
        try
        {
            await socket.ConnectAsync(server.Host, server.Port, cancellationToken).ConfigureAwait(false);
            stream = new NetworkStream(socket, ownsSocket: true);
            var input = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true, bufferSize: 64 * 1024));
            var info = await ReadInfoAsync(input, options, cancellationToken).ConfigureAwait(false);
            if (server.RequiresTls || info.RequiresTls)
            {
                await input.CompleteAsync().ConfigureAwait(false);
                stream = await NatsTls.UpgradeAsync(stream, server, info, options, cancellationToken).ConfigureAwait(false);
                input = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true, bufferSize: 64 * 1024));
            }

            var link = new NatsLink(server, info, options, stream, input);
            await link.GreetAsync(cancellationToken).ConfigureAwait(false);
            return link;
        }
        catch
        {
            if (stream is not null)
                await stream.DisposeAsync().ConfigureAwait(false);
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Carries messages until the connection breaks, which it always does with an exception that says why.</summary>
    internal async Task RunAsync(Action<long, NatsMessage> onMessage, Action<ServerInfo> onInfo, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(broken.Token, cancellationToken);
        var tasks = new[] { ReadAsync(onMessage, onInfo, stop.Token), WriteAsync(stop.Token), PingAsync(stop.Token) };
        var first = await Task.WhenAny(tasks).ConfigureAwait(false);
        Break();
        await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first.ConfigureAwait(false);
    }

    /// <summary>Asks the server for a sign of life; done when all that was sent before has reached it.</summary>
    internal async Task PingAsync(TaskCompletionSource? answer, CancellationToken cancellationToken) =>
        await Output.WriteAsync((pings, answer), static (output, state) =>
        {
            state.pings.Enqueue(state.answer);
            ProtocolWriter.Ping(output);
        }, cancellationToken).ConfigureAwait(false);

    public async ValueTask DisposeAsync()
    {
        Break();
        await input.CompleteAsync().ConfigureAwait(false);
        await stream.DisposeAsync().ConfigureAwait(false);
        broken.Dispose();
    }

    private void Break()
    {
        broken.Cancel();
        Output.Close();
        while (pings.TryDequeue(out var waiting))
            waiting?.TrySetException(new NatsConnectionLostException($"The connection to {Server} is gone."));
    }

    private static async Task<ServerInfo> ReadInfoAsync(PipeReader input, NatsOptions options, CancellationToken cancellationToken)
    {
        var operation = await ReadOneAsync(input, options, cancellationToken).ConfigureAwait(false);
        return operation.Kind switch
        {
            ServerOperationKind.Info => ServerInfo.Read(operation.Text!),
            ServerOperationKind.Error => throw new NatsException($"The server refused the connection: {operation.Text}."),
            _ => throw new NatsProtocolException("The server did not begin with INFO."),
        };
    }

    private static async Task<ServerOperation> ReadOneAsync(PipeReader input, NatsOptions options, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancellationToken).ConfigureAwait(false);
            var buffer = read.Buffer;
            if (ProtocolReader.TryRead(ref buffer, options.MaxIncomingBytes, out var operation))
            {
                input.AdvanceTo(buffer.Start);
                return operation;
            }

            input.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
                throw new NatsException("The server closed the connection before it was made.");
        }
    }

    private async Task GreetAsync(CancellationToken cancellationToken)
    {
        if (!Info.SupportsHeaders)
            throw new NatsException($"The server {Server} ({Info.Version}) knows no headers; 2.2 or newer is needed.");
        var greeting = new ArrayBufferWriter<byte>();
        ProtocolWriter.Connect(greeting, new ConnectArguments
        {
            Name = options.Name, User = options.User, Password = options.Password, Token = options.Token, TlsRequired = stream is not NetworkStream,
        });
        ProtocolWriter.Ping(greeting);
        await stream.WriteAsync(greeting.WrittenMemory, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var answer = await ReadOneAsync(input, options, cancellationToken).ConfigureAwait(false);
            switch (answer.Kind)
            {
                case ServerOperationKind.Pong:
                    return;
                case ServerOperationKind.Info:
                    Info = ServerInfo.Read(answer.Text!);
                    break;
                case ServerOperationKind.Error:
                    throw new NatsException($"The server {Server} refused this client: {answer.Text}.");
            }
        }
    }

    private async Task ReadAsync(Action<long, NatsMessage> onMessage, Action<ServerInfo> onInfo, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancellationToken).ConfigureAwait(false);
            var buffer = read.Buffer;
            while (ProtocolReader.TryRead(ref buffer, options.MaxIncomingBytes, out var operation))
            {
                Interlocked.Exchange(ref pingsOut, 0);
                if (operation.Kind == ServerOperationKind.Message)
                    onMessage(operation.SubscriptionId, operation.Message!);
                else
                    await HandleAsync(operation, onInfo, cancellationToken).ConfigureAwait(false);
            }

            input.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
                throw new NatsException($"The server {Server} closed the connection.");
        }
    }

    private async ValueTask HandleAsync(ServerOperation operation, Action<ServerInfo> onInfo, CancellationToken cancellationToken)
    {
        switch (operation.Kind)
        {
            case ServerOperationKind.Ping:
                await Output.WriteAsync(0, static (output, _) => ProtocolWriter.Pong(output), cancellationToken).ConfigureAwait(false);
                break;
            case ServerOperationKind.Pong:
                if (pings.TryDequeue(out var waiting))
                    waiting?.TrySetResult();
                break;
            case ServerOperationKind.Info:
                Info = ServerInfo.Read(operation.Text!);
                onInfo(Info);
                if (Info.IsLameDuck)
                    throw new NatsException($"The server {Server} is about to stop.");
                break;
            case ServerOperationKind.Error when !IsAboutOneSubject(operation.Text!):
                throw new NatsException($"The server {Server} ended the connection: {operation.Text}.");
        }
    }

    // The server refuses the one publication or subscription and keeps the connection.
    private static bool IsAboutOneSubject(string error) => error.StartsWith("Permissions Violation", StringComparison.OrdinalIgnoreCase);

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var bytes = await Output.TakeAsync(cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task PingAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.PingInterval);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            if (Interlocked.Increment(ref pingsOut) > options.MaxPingsOut)
                throw new NatsException($"The server {Server} has not answered {options.MaxPingsOut} pings.");
            await PingAsync(null, cancellationToken).ConfigureAwait(false);
        }
    }
}
