using System.Text.Json.Serialization;

namespace Oms.Messaging.Nats;

/// <summary>JSON of the client protocol.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ServerInfo))]
[JsonSerializable(typeof(ConnectArguments))]
internal sealed partial class NatsJson : JsonSerializerContext;
