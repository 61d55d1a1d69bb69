using System.Text.Json.Serialization;

namespace Oms.Messaging.EventBridge;

/// <summary>JSON of PutEvents.</summary>
[JsonSerializable(typeof(PutEventsRequest))]
[JsonSerializable(typeof(PutEventsAnswer))]
internal sealed partial class EventBridgeJson : JsonSerializerContext;
