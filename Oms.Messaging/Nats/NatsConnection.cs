using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;

namespace Oms.Messaging.Nats;

/// <summary>
/// A connection to NATS that mends itself: when a server goes, the others are tried, with growing waits and jitter, and subscriptions are
/// made again. Published messages are sent at most once, as NATS does; requests end with an answer or an exception, never silently.
/// All members may be called from several threads at once. (NATS client protocol, docs.nats.io/reference/reference-protocols/nats-protocol.)
/// </summary>
public sealed class NatsConnection : IAsyncDisposable
{
    private const long InboxId = 1;

    private readonly NatsOptions options;
    private readonly string inbox = "_INBOX." + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(11));
    private readonly ConcurrentDictionary<long, NatsSubscription> subscriptions = new();
    private readonly ConcurrentDictionary<long, TaskCompletionSource<NatsMessage>> requests = new();
    private readonly CancellationTokenSource closed = new();
    private readonly Lock gate = new();
    private TaskCompletionSource<NatsLink> connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImmutableArray<NatsServer> discovered = [];
    private Task running = Task.CompletedTask;
    private long lastSubscription = InboxId;
    private long lastRequest;

    private NatsConnection(NatsOptions options)
    {
        if (options.Servers.IsDefaultOrEmpty)
            throw new ArgumentException("No NATS server is named.", nameof(options));
        if (options.CredentialsFile is { } file)
            throw new NatsException($"The credentials in {file} can not be used: nkeys sign with Ed25519, which .NET does not have. Use a user and password, a token, or a client certificate.");
        this.options = options;
    }

    /// <summary>Where the connection stands.</summary>
    public NatsConnectionState State { get; private set; } = NatsConnectionState.Reconnecting;

    /// <summary>The server of the connection; null while there is none.</summary>
    public NatsServer? Server => connected.Task is { IsCompletedSuccessfully: true } link ? link.Result.Server : null;

    /// <summary>Why the last connection broke or could not be made; null when nothing ever went wrong.</summary>
    public string? LastError { get; private set; }

    /// <summary>How often a connection was made after the first.</summary>
    public long Reconnects { get; private set; }

    /// <summary>Connects, or says for each server why not.</summary>
    /// <exception cref="NatsException">No server took the connection.</exception>
    public static async Task<NatsConnection> ConnectAsync(NatsOptions options, CancellationToken cancellationToken = default)
    {
        var connection = new NatsConnection(options);
        var link = await connection.TryServersAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new NatsException(connection.LastError!);
        connection.running = Task.Run(() => connection.RunAsync(link), CancellationToken.None);
        await connection.WaitConnectedAsync(cancellationToken).ConfigureAwait(false);
        return connection;
    }

    /// <summary>Begins to connect, and goes on until it succeeds: for a program that starts before its broker does.</summary>
    public static NatsConnection Start(NatsOptions options)
    {
        var connection = new NatsConnection(options);
        connection.running = Task.Run(() => connection.RunAsync(null));
        return connection;
    }

    /// <summary>Waits until there is a connection.</summary>
    public async Task WaitConnectedAsync(CancellationToken cancellationToken = default) => await LinkAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Sends a message, at most once. It waits for a connection while there is none.</summary>
    /// <exception cref="ArgumentException">The subject is none, or the message is larger than the server takes.</exception>
    public ValueTask PublishAsync(
        string subject, ReadOnlyMemory<byte> data, NatsHeaders? headers = null, string? replyTo = null, CancellationToken cancellationToken = default)
    {
        if (!NatsSubject.IsValid(subject))
            throw new ArgumentException($"'{subject}' is no subject to publish to.", nameof(subject));
        var publication = new Publication(subject, replyTo, BlockOf(headers), data);
        return connected.Task is { IsCompletedSuccessfully: true } link
            ? SendAsync(link.Result, publication, cancellationToken)
            : WaitAndSendAsync(publication, cancellationToken);
    }

    /// <summary>Sends a request and waits for the one answer.</summary>
    /// <exception cref="NatsNoRespondersException">Nobody listens there.</exception>
    /// <exception cref="NatsConnectionLostException">The connection broke meanwhile: the request may have been acted on.</exception>
    /// <exception cref="TimeoutException">No answer came in time.</exception>
    public async Task<NatsMessage> RequestAsync(
        string subject, ReadOnlyMemory<byte> data, NatsHeaders? headers = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var id = Interlocked.Increment(ref lastRequest);
        var answer = new TaskCompletionSource<NatsMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        requests[id] = answer;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closed.Token);
        limit.CancelAfter(timeout ?? options.RequestTimeout);
        try
        {
            var replyTo = string.Create(CultureInfo.InvariantCulture, $"{inbox}.{id}");
            await PublishAsync(subject, data, headers, replyTo, limit.Token).ConfigureAwait(false);
            var message = await answer.Task.WaitAsync(limit.Token).ConfigureAwait(false);
            return message.Headers.Status == 503 && message.Data.IsEmpty ? throw new NatsNoRespondersException(subject) : message;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw closed.IsCancellationRequested
                ? new NatsConnectionLostException("The connection was closed.")
                : new TimeoutException($"No answer came on '{subject}' within {(timeout ?? options.RequestTimeout).TotalSeconds:0.###} s{(State == NatsConnectionState.Connected ? "" : $": {LastError}")}.");
        }
        finally
        {
            requests.TryRemove(id, out _);
        }
    }

    /// <summary>Receives the messages of a subject, with wildcards; members of a queue group share them.</summary>
    public async Task<NatsSubscription> SubscribeAsync(string subject, string? queue = null, int? capacity = null, CancellationToken cancellationToken = default)
    {
        if (!NatsSubject.IsPattern(subject))
            throw new ArgumentException($"'{subject}' is no subject to subscribe to.", nameof(subject));
        var link = await LinkAsync(cancellationToken).ConfigureAwait(false);
        var subscription = new NatsSubscription(this, Interlocked.Increment(ref lastSubscription), subject, queue, capacity ?? options.SubscriptionCapacity);
        subscriptions[subscription.Id] = subscription;
        try
        {
            await SendSubscriptionAsync(link, subscription, cancellationToken).ConfigureAwait(false);
        }
        catch (NatsConnectionLostException)
        {
            // The next connection makes it again.
        }

        return subscription;
    }

    /// <summary>Waits until all that was sent has reached the server.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken = default)
    {
        var link = await LinkAsync(cancellationToken).ConfigureAwait(false);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await link.PingAsync(answer, cancellationToken).ConfigureAwait(false);
        await answer.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends what waits, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (State == NatsConnectionState.Connected)
        {
            using var limit = new CancellationTokenSource(options.ConnectTimeout);
            try
            {
                await FlushAsync(limit.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is NatsException or OperationCanceledException)
            {
                LastError = e.Message;
            }
        }

        await closed.CancelAsync().ConfigureAwait(false);
        await running.ConfigureAwait(false);
        foreach (var subscription in subscriptions.Values)
            subscription.End();
    }

    internal async ValueTask UnsubscribeAsync(NatsSubscription subscription)
    {
        if (!subscriptions.TryRemove(subscription.Id, out _) || connected.Task is not { IsCompletedSuccessfully: true } link)
            return;
        try
        {
            await link.Result.Output.WriteAsync(subscription.Id, static (output, id) => ProtocolWriter.Unsubscribe(output, id), closed.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is NatsConnectionLostException or OperationCanceledException)
        {
            // The server forgets a subscription with its connection.
        }
    }

    private static ReadOnlyMemory<byte> BlockOf(NatsHeaders? headers)
    {
        if (headers is null || headers.Entries.Count == 0)
            return default;
        var block = new ArrayBufferWriter<byte>(256);
        HeaderBlock.Write(block, headers);
        return block.WrittenMemory;
    }

    private async ValueTask WaitAndSendAsync(Publication publication, CancellationToken cancellationToken) =>
        await SendAsync(await LinkAsync(cancellationToken).ConfigureAwait(false), publication, cancellationToken).ConfigureAwait(false);

    private static ValueTask SendAsync(NatsLink link, Publication publication, CancellationToken cancellationToken)
    {
        var size = publication.HeaderBlock.Length + publication.Data.Length;
        if (size > link.Info.MaxPayload)
            throw new ArgumentException($"The message to '{publication.Subject}' has {size} bytes; the server takes at most {link.Info.MaxPayload}.", nameof(publication));
        return link.Output.WriteAsync(publication, static (output, p) => ProtocolWriter.Publish(output, p), cancellationToken);
    }

    private static ValueTask SendSubscriptionAsync(NatsLink link, NatsSubscription subscription, CancellationToken cancellationToken) =>
        link.Output.WriteAsync(subscription, static (output, s) => ProtocolWriter.Subscribe(output, s.Subject, s.Queue, s.Id), cancellationToken);

    private async Task<NatsLink> LinkAsync(CancellationToken cancellationToken)
    {
        Task<NatsLink> waiting;
        lock (gate)
            waiting = connected.Task;
        if (waiting.IsCompletedSuccessfully)
            return waiting.Result;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closed.Token);
        try
        {
            return await waiting.WaitAsync(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (closed.IsCancellationRequested)
        {
            throw new NatsConnectionLostException("The connection was closed.");
        }
    }

    private async Task RunAsync(NatsLink? first)
    {
        var isFirst = true;
        for (var link = first; !closed.IsCancellationRequested; link = null)
        {
            link ??= await ConnectAgainAsync().ConfigureAwait(false);
            if (link is null)
                break;
            if (!isFirst)
                Reconnects++;
            isFirst = false;
            await using (link.ConfigureAwait(false))
                await CarryAsync(link).ConfigureAwait(false);
        }

        State = NatsConnectionState.Closed;
    }

    private async Task CarryAsync(NatsLink link)
    {
        var carrying = link.RunAsync(OnMessage, Learn, closed.Token);
        try
        {
            Learn(link.Info);
            await link.Output.WriteAsync(inbox, static (output, subject) => ProtocolWriter.Subscribe(output, subject + ".*", null, InboxId), closed.Token).ConfigureAwait(false);
            foreach (var subscription in subscriptions.Values)
                await SendSubscriptionAsync(link, subscription, closed.Token).ConfigureAwait(false);
            State = NatsConnectionState.Connected;
            lock (gate)
                connected.TrySetResult(link);
            await carrying.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (closed.IsCancellationRequested)
        {
            // Closed on purpose.
        }
        catch (Exception e) when (e is NatsException or IOException or System.Net.Sockets.SocketException)
        {
            LastError = e.Message;
        }

        State = NatsConnectionState.Reconnecting;
        lock (gate)
            connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await carrying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        FailRequests(link);
    }

    // An answer to a request made on a connection that is gone can not come any more.
    private void FailRequests(NatsLink link)
    {
        foreach (var request in requests.Values)
            request.TrySetException(new NatsConnectionLostException($"The connection to {link.Server} broke before the answer came: {LastError}"));
    }

    private void OnMessage(long id, NatsMessage message)
    {
        if (id != InboxId)
        {
            if (subscriptions.TryGetValue(id, out var subscription))
                subscription.Deliver(message);
            return;
        }

        var token = message.Subject.AsSpan(message.Subject.LastIndexOf('.') + 1);
        if (long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var request) && requests.TryGetValue(request, out var waiting))
            waiting.TrySetResult(message);
    }

    private void Learn(ServerInfo info)
    {
        if (info.ConnectUrls is { Length: > 0 } urls)
            discovered = [.. urls.Take(100).Select(TryParse).OfType<NatsServer>()];
    }

    private static NatsServer? TryParse(string url)
    {
        try
        {
            return NatsServer.Parse(url);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private async Task<NatsLink?> ConnectAgainAsync()
    {
        var wait = options.ReconnectWait;
        try
        {
            while (true)
            {
                if (await TryServersAsync(closed.Token).ConfigureAwait(false) is { } link)
                    return link;
                await Task.Delay(wait * (0.5 + Random.Shared.NextDouble()), closed.Token).ConfigureAwait(false);
                wait = wait * 2 < options.MaxReconnectWait ? wait * 2 : options.MaxReconnectWait;
            }
        }
        catch (OperationCanceledException) when (closed.IsCancellationRequested)
        {
            return null;
        }
    }

    // The order is shuffled, so that many clients of a dead server do not all fall upon the same one.
    private async Task<NatsLink?> TryServersAsync(CancellationToken cancellationToken)
    {
        NatsServer[] servers = [.. options.Servers.Concat(discovered).DistinctBy(s => (s.Host, s.Port))];
        Random.Shared.Shuffle(servers);
        var reasons = new List<string>();
        foreach (var server in servers)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(options.ConnectTimeout);
            try
            {
                return await NatsLink.OpenAsync(server, options, limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                reasons.Add($"{server}: no answer within {options.ConnectTimeout.TotalSeconds:0.###} s");
            }
            catch (Exception e) when (e is NatsException or IOException or System.Net.Sockets.SocketException)
            {
                reasons.Add($"{server}: {e.Message}");
            }
        }

        LastError = $"No NATS server could be reached ({string.Join("; ", reasons)}).";
        return null;
    }
}
