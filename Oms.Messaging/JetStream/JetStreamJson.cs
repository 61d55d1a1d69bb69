using System.Text.Json.Serialization;

namespace Oms.Messaging.JetStream;

/// <summary>JSON of the JetStream API.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StreamConfiguration))]
[JsonSerializable(typeof(StreamInfo))]
[JsonSerializable(typeof(ConsumerInfo))]
[JsonSerializable(typeof(PublishAck))]
[JsonSerializable(typeof(ApiAnswer))]
[JsonSerializable(typeof(CreateConsumerRequest))]
[JsonSerializable(typeof(PullRequest))]
[JsonSerializable(typeof(GetMessageRequest))]
[JsonSerializable(typeof(GetMessageAnswer))]
internal sealed partial class JetStreamJson : JsonSerializerContext;
