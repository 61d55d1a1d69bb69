namespace Oms.Messaging.Nats;

/// <summary>One thing that a server sent.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The JSON of an <c>INFO</c>, the words of an <c>-ERR</c>.</param>
/// <param name="SubscriptionId">The subscription that a message belongs to.</param>
/// <param name="Message">The message.</param>
internal readonly record struct ServerOperation(ServerOperationKind Kind, string? Text = null, long SubscriptionId = 0, NatsMessage? Message = null);
