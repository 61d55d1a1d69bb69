using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Oms.Engine.Response;
using Oms.Engine.Subscriptions;
using StackExchange.Redis;

namespace Oms.Engine.Redis;

/// <summary>
/// Topics of all processes on one Redis. A process subscribes to a topic's channel once, however many streams it has; what arrives is read once
/// and handed to them as within one process, so that a slow reader has its own bounded buffer. Redis keeps nothing: when the connection breaks,
/// or a message can not be handed over, the streams that may have missed something end with an error that says so.
/// </summary>
internal sealed class RedisTopics : ITopicEventSender, ITopicEventReceiver, IDisposable
{
    // No JSON is empty.
    private static readonly byte[] Last = [];

    private static readonly Meter Meter = new("Oms.Engine.Redis");

    private static readonly Counter<long> Interrupted = Meter.CreateCounter<long>(
        "graphql.subscription.interrupted", description: "Streams that ended because messages may have been missed.");

    private readonly Lock gate = new();
    private readonly Dictionary<string, RedisTopic> topics = new(StringComparer.Ordinal);
    private readonly IConnectionMultiplexer connection;
    private readonly ISubscriber subscriber;
    private readonly InMemoryTopics local;
    private readonly string prefix;
    private readonly ILogger log;

    /// <summary>Topics over a connection, which stays its owner's.</summary>
    internal RedisTopics(IConnectionMultiplexer connection, SubscriptionOptions options, ILogger<RedisTopics> log)
    {
        this.connection = connection;
        this.log = log;
        prefix = options.TopicPrefix;
        subscriber = connection.GetSubscriber();
        local = new InMemoryTopics(options, Leave);
        connection.ConnectionFailed += Break;
    }

    /// <summary>How many topics this process hears of.</summary>
    internal int Count
    {
        get
        {
            lock (gate)
                return topics.Count;
        }
    }

    /// <inheritdoc/>
    public ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(topicName);
        return PublishAsync(topicName, JsonSerializer.SerializeToUtf8Bytes(message), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(string topicName)
    {
        ArgumentNullException.ThrowIfNull(topicName);
        return PublishAsync(topicName, Last, CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(string topicName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(topicName);
        var stream = await local.SubscribeAsync<TMessage>(topicName, cancellationToken);
        try
        {
            await OpenAsync<TMessage>(topicName).WaitAsync(cancellationToken);
            return stream;
        }
        catch (Exception e)
        {
            await stream.DisposeAsync();
            if (e is RedisException or TimeoutException)
                throw Unavailable;
            throw;
        }
    }

    /// <summary>Lets go of the connection.</summary>
    public void Dispose() => connection.ConnectionFailed -= Break;

    private static GraphQLException Unavailable =>
        new(new GraphQLError("The subscription can not be opened now; try again later.") { Code = RedisErrorCodes.SubscriptionUnavailable });

    private static GraphQLException Gap =>
        new(new GraphQLError("Messages of this subscription may have been missed; subscribe again.") { Code = RedisErrorCodes.SubscriptionInterrupted });

    private RedisChannel ChannelOf(string topicName) => prefix + topicName;

    // A mutation whose event can not be told has happened nevertheless: the sender goes on, and who waits for the event hears of the gap.
    private async ValueTask PublishAsync(string topicName, byte[] message, CancellationToken cancellationToken)
    {
        try
        {
            await subscriber.PublishAsync(ChannelOf(topicName), message).WaitAsync(cancellationToken);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            log.LogWarning(e, "A message of the topic {Topic} could not be handed to Redis.", topicName);
            Interrupt(topicName);
        }
    }

    private Task OpenAsync<TMessage>(string topicName)
    {
        lock (gate)
        {
            if (!topics.TryGetValue(topicName, out var topic))
            {
                // The channels of Redis forget their messages' type, so the first subscriber's is the topic's, as within one process.
                Action<RedisChannel, RedisValue> handler = (_, value) => Receive<TMessage>(topicName, value);
                topics.Add(topicName, topic = new RedisTopic(handler, SubscribeAsync(ChannelOf(topicName), handler)));
            }

            return topic.Opened;
        }
    }

    private async Task SubscribeAsync(RedisChannel channel, Action<RedisChannel, RedisValue> handler)
    {
        await subscriber.SubscribeAsync(channel, handler);
        // Without a connection the client keeps the wish for later, and says nothing.
        if (!subscriber.IsConnected(channel))
            throw Unavailable;
    }

    private void Receive<TMessage>(string topicName, RedisValue value)
    {
        try
        {
            var message = (byte[]?)value ?? Last;
            if (message.Length == 0)
                local.End(topicName, null);
            else
                _ = local.SendAsync(topicName, JsonSerializer.Deserialize<TMessage>(message)!).AsTask();
        }
        catch (JsonException e)
        {
            // Another version of the program, or another program, on the same channel.
            log.LogWarning(e, "A message of the topic {Topic} is not one of {Type}.", topicName, typeof(TMessage));
            Interrupt(topicName);
        }
    }

    // Called while the topic can not come into being again, so that the client sends both commands in this order.
    private void Leave(string topicName)
    {
        lock (gate)
        {
            if (topics.Remove(topicName, out var topic))
                _ = UnsubscribeAsync(ChannelOf(topicName), topic.Handler);
        }
    }

    private async Task UnsubscribeAsync(RedisChannel channel, Action<RedisChannel, RedisValue> handler)
    {
        try
        {
            await subscriber.UnsubscribeAsync(channel, handler);
        }
        catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException)
        {
            // The server forgets it with the connection.
            log.LogDebug(e, "The channel {Channel} was left without a connection.", channel);
        }
    }

    // On a thread of its own, for the client may tell of it while it is asked for something under the lock.
    private void Break(object? sender, ConnectionFailedEventArgs failure) => ThreadPool.QueueUserWorkItem(_ => InterruptAll());

    private void InterruptAll()
    {
        string[] open;
        lock (gate)
            open = [.. topics.Keys];
        foreach (var topic in open)
            Interrupt(topic);
    }

    private void Interrupt(string topicName) => Interrupted.Add(local.End(topicName, Gap));
}
