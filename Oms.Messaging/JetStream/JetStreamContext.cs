using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Oms.Messaging.Nats;

namespace Oms.Messaging.JetStream;

/// <summary>Streams and consumers of a NATS server (JetStream wire API, <c>$JS.API</c>).</summary>
/// <param name="connection">The connection.</param>
/// <param name="apiPrefix">Where the API listens; another where an account or domain maps it elsewhere.</param>
public sealed class JetStreamContext(NatsConnection connection, string apiPrefix = "$JS.API")
{
    /// <summary>The connection.</summary>
    public NatsConnection Connection { get; } = connection;

    /// <summary>Makes a stream, or changes the one of this name.</summary>
    /// <exception cref="JetStreamException">The server refused.</exception>
    public async Task<StreamInfo> CreateOrUpdateStreamAsync(StreamConfiguration configuration, CancellationToken cancellationToken = default)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(configuration, JetStreamJson.Default.StreamConfiguration);
        var verb = await GetStreamAsync(configuration.Name, cancellationToken).ConfigureAwait(false) is null ? "CREATE" : "UPDATE";
        return await AskAsync($"STREAM.{verb}.{configuration.Name}", body, JetStreamJson.Default.StreamInfo, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A stream; null when there is none of this name.</summary>
    public Task<StreamInfo?> GetStreamAsync(string name, CancellationToken cancellationToken = default) =>
        FindAsync($"STREAM.INFO.{Named(name)}", default, JetStreamJson.Default.StreamInfo, JetStreamException.StreamNotFound, cancellationToken);

    /// <summary>Deletes a stream with all it holds; nothing happens when there is none.</summary>
    public async Task DeleteStreamAsync(string name, CancellationToken cancellationToken = default) =>
        await FindAsync($"STREAM.DELETE.{Named(name)}", default, JetStreamJson.Default.ApiAnswer, JetStreamException.StreamNotFound, cancellationToken).ConfigureAwait(false);

    /// <summary>Empties a stream; its numbers go on.</summary>
    public async Task PurgeStreamAsync(string name, CancellationToken cancellationToken = default) =>
        await AskAsync($"STREAM.PURGE.{Named(name)}", default, JetStreamJson.Default.ApiAnswer, cancellationToken).ConfigureAwait(false);

    /// <summary>A message by its number; null when it is there no more.</summary>
    public async Task<StoredMessage?> GetMessageAsync(string stream, long sequence, CancellationToken cancellationToken = default) =>
        await GetMessageAsync(stream, new GetMessageRequest { Sequence = sequence }, cancellationToken).ConfigureAwait(false);

    /// <summary>The newest message of a subject; null when there is none.</summary>
    public async Task<StoredMessage?> GetLastMessageAsync(string stream, string subject, CancellationToken cancellationToken = default) =>
        await GetMessageAsync(stream, new GetMessageRequest { LastBySubject = subject }, cancellationToken).ConfigureAwait(false);

    /// <summary>Makes a consumer, or takes the one of this name when it is the same.</summary>
    /// <exception cref="JetStreamException">The server refused.</exception>
    public async Task<JetStreamConsumer> CreateConsumerAsync(string stream, ConsumerConfiguration configuration, CancellationToken cancellationToken = default)
    {
        var request = new CreateConsumerRequest { StreamName = stream, Configuration = configuration };
        var body = JsonSerializer.SerializeToUtf8Bytes(request, JetStreamJson.Default.CreateConsumerRequest);
        var subject = configuration.DurableName is { } durable ? $"CONSUMER.DURABLE.CREATE.{Named(stream)}.{Named(durable)}" : $"CONSUMER.CREATE.{Named(stream)}";
        return new(this, await AskAsync(subject, body, JetStreamJson.Default.ConsumerInfo, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>What the server knows of a consumer; null when there is none of this name.</summary>
    public Task<ConsumerInfo?> GetConsumerAsync(string stream, string name, CancellationToken cancellationToken = default) =>
        FindAsync($"CONSUMER.INFO.{Named(stream)}.{Named(name)}", default, JetStreamJson.Default.ConsumerInfo, JetStreamException.ConsumerNotFound, cancellationToken);

    /// <summary>Deletes a consumer; nothing happens when there is none.</summary>
    public async Task DeleteConsumerAsync(string stream, string name, CancellationToken cancellationToken = default) =>
        await FindAsync($"CONSUMER.DELETE.{Named(stream)}.{Named(name)}", default, JetStreamJson.Default.ApiAnswer, JetStreamException.ConsumerNotFound, cancellationToken).ConfigureAwait(false);

    /// <summary>Publishes to the stream that keeps the subject, and waits until it has the message.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="data">What the message carries.</param>
    /// <param name="headers">Its headers; with <see cref="MessageHeaders.MessageId"/> a repeat is taken once.</param>
    /// <param name="cancellationToken">Ends the wait, not the publication.</param>
    /// <exception cref="JetStreamException">The stream refused.</exception>
    /// <exception cref="NatsNoRespondersException">No stream keeps the subject.</exception>
    /// <exception cref="NatsConnectionLostException">Whether the stream has it is not known: publish again under the same id.</exception>
    /// <exception cref="TimeoutException">As before.</exception>
    public async Task<PublishAck> PublishAsync(string subject, ReadOnlyMemory<byte> data, NatsHeaders? headers = null, CancellationToken cancellationToken = default)
    {
        var answer = await Connection.RequestAsync(subject, data, headers, null, cancellationToken).ConfigureAwait(false);
        return Read(answer, JetStreamJson.Default.PublishAck);
    }

    internal string PullSubject(ConsumerInfo consumer) => $"{apiPrefix}.CONSUMER.MSG.NEXT.{consumer.StreamName}.{consumer.Name}";

    // A name is one token of a subject: anything else would ask for something else.
    private static string Named(string name) => NatsSubject.IsValid(name) && !name.Contains('.', StringComparison.Ordinal)
        ? name
        : throw new ArgumentException($"'{name}' is no name of a stream or consumer.", nameof(name));

    private async Task<StoredMessage?> GetMessageAsync(string stream, GetMessageRequest request, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request, JetStreamJson.Default.GetMessageRequest);
        var answer = await FindAsync($"STREAM.MSG.GET.{Named(stream)}", body, JetStreamJson.Default.GetMessageAnswer, JetStreamException.MessageNotFound, cancellationToken).ConfigureAwait(false);
        return answer?.Message;
    }

    private async Task<T?> FindAsync<T>(string subject, ReadOnlyMemory<byte> body, JsonTypeInfo<T> type, int notFound, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await AskAsync(subject, body, type, cancellationToken).ConfigureAwait(false);
        }
        catch (JetStreamException e) when (e.ErrorCode == notFound)
        {
            return null;
        }
    }

    private async Task<T> AskAsync<T>(string subject, ReadOnlyMemory<byte> body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            return Read(await Connection.RequestAsync($"{apiPrefix}.{subject}", body, null, null, cancellationToken).ConfigureAwait(false), type);
        }
        catch (NatsNoRespondersException)
        {
            throw new JetStreamException(503, JetStreamException.NotEnabled, "JetStream is not enabled on this server, or has no leader at the moment");
        }
    }

    private static T Read<T>(NatsMessage answer, JsonTypeInfo<T> type)
    {
        try
        {
            // Only a refusal has the word: an acknowledgement is read once.
            if (answer.Data.Span.IndexOf("\"error\""u8) >= 0 && JsonSerializer.Deserialize(answer.Data.Span, JetStreamJson.Default.ApiAnswer)?.Error is { } error)
                throw new JetStreamException(error.Code, error.ErrorCode, error.Description ?? "no reason was given");
            return JsonSerializer.Deserialize(answer.Data.Span, type)!;
        }
        catch (JsonException e)
        {
            throw new NatsProtocolException($"JetStream answered on {answer.Subject} with what is no {type.Type.Name}: {e.Message}");
        }
    }
}
