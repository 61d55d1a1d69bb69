using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Oms.Messaging.Nats;

namespace Oms.Messaging.JetStream;

/// <summary>
/// A pull consumer: it gets messages when it asks for them. Heartbeats show that the server still knows of the request; when they stay
/// away, after a reconnect or a change of leader, it asks again.
/// </summary>
public sealed class JetStreamConsumer
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Expiry = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly JetStreamContext context;

    internal JetStreamConsumer(JetStreamContext context, ConsumerInfo info) => (this.context, Info) = (context, info);

    /// <summary>The consumer as it was when it was made or found.</summary>
    public ConsumerInfo Info { get; }

    private NatsConnection Connection => context.Connection;

    /// <summary>Takes up to so many messages, those that are there and those that come before the time is over.</summary>
    /// <exception cref="JetStreamException">The consumer was deleted.</exception>
    public async Task<IReadOnlyList<JetStreamMessage>> FetchAsync(int count, TimeSpan wait, CancellationToken cancellationToken = default)
    {
        var taken = new List<JetStreamMessage>();
        await using var inbox = await OpenInboxAsync(count, cancellationToken).ConfigureAwait(false);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(wait + TimeSpan.FromSeconds(1));
        await PullAsync(inbox.Subject, new PullRequest { Batch = count, Expires = wait }, cancellationToken).ConfigureAwait(false);
        try
        {
            while (taken.Count < count)
            {
                var message = await inbox.ReadAsync(limit.Token).ConfigureAwait(false);
                if (message.ReplyTo is not null && message.Headers.Status == 0)
                    taken.Add(new(Connection, message));
                else if (IsEnd(message))
                    break;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The server said nothing in time, which is no different from saying that there is nothing.
        }

        return taken;
    }

    /// <summary>Gives messages as they come, until cancelled.</summary>
    /// <param name="batch">How many are asked for at once: what a dead reader holds up until the wait for acknowledgements is over.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="JetStreamException">The consumer was deleted.</exception>
    public async IAsyncEnumerable<JetStreamMessage> ConsumeAsync(int batch = 256, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var inbox = await OpenInboxAsync(batch, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            await PullAsync(inbox.Subject, new PullRequest { Batch = batch, Expires = Expiry, IdleHeartbeat = Heartbeat }, cancellationToken).ConfigureAwait(false);
            for (var left = batch; left > 0;)
            {
                var message = await NextAsync(inbox, cancellationToken).ConfigureAwait(false);
                if (message is null)
                {
                    await CheckExistsAsync(cancellationToken).ConfigureAwait(false);
                    break;
                }

                if (message.Headers.Status == 0)
                {
                    left--;
                    yield return new(Connection, message);
                }
                else if (IsEnd(message))
                {
                    if (message.Headers.Status != 408)
                        await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
                    break;
                }
                else
                {
                    await AnswerFlowControlAsync(message, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    // The buffer takes more than one request asks for: an answer to a request given up for dead may still come.
    private Task<NatsSubscription> OpenInboxAsync(int batch, CancellationToken cancellationToken) =>
        Connection.SubscribeAsync("_INBOX." + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(11)), capacity: (batch * 8) + 64, cancellationToken: cancellationToken);

    private async Task PullAsync(string inbox, PullRequest request, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request, JetStreamJson.Default.PullRequest);
        while (true)
        {
            try
            {
                await Connection.PublishAsync(context.PullSubject(Info), body, replyTo: inbox, cancellationToken: cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (NatsConnectionLostException) when (Connection.State != NatsConnectionState.Closed)
            {
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // Null: nothing was heard for longer than two heartbeats, so nobody knows of the request any more.
    private static async Task<NatsMessage?> NextAsync(NatsSubscription inbox, CancellationToken cancellationToken)
    {
        if (inbox.TryRead(out var waiting))
            return waiting;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Heartbeat * 2.5);
        try
        {
            return await inbox.ReadAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    // Nobody answers, not even that nobody does: the stream has no leader at the moment, or the consumer went with a disk that was lost.
    private async Task CheckExistsAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await context.GetConsumerAsync(Info.StreamName, Info.Name, cancellationToken).ConfigureAwait(false) is null)
                throw new JetStreamException(404, JetStreamException.ConsumerNotFound, $"the consumer {Info.Name} is gone");
        }
        catch (JetStreamException e) when (e.ErrorCode == JetStreamException.NotEnabled)
        {
            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or NatsConnectionLostException)
        {
            // Nothing is known; the next request tells.
        }
    }

    private static bool IsEnd(NatsMessage message) => message.Headers.Status switch
    {
        404 or 408 or 503 => true,
        409 when message.Headers.Description is { } why && why.Contains("Consumer Deleted", StringComparison.OrdinalIgnoreCase) =>
            throw new JetStreamException(409, JetStreamException.ConsumerNotFound, why),
        409 => true,
        _ => false,
    };

    private async ValueTask AnswerFlowControlAsync(NatsMessage message, CancellationToken cancellationToken)
    {
        if (message.Headers.Status == 100 && (message.ReplyTo ?? message.Headers[MessageHeaders.ConsumerStalled]) is { } waiting)
            await Connection.PublishAsync(waiting, default, cancellationToken: cancellationToken).ConfigureAwait(false);
    }
}
