namespace Oms.Messaging.Nats;

/// <summary>A message as it came.</summary>
/// <param name="Subject">Where it was sent to.</param>
/// <param name="ReplyTo">Where an answer is waited for; null where none is.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Data">What it carries; the bytes are the receiver's own.</param>
public sealed record NatsMessage(string Subject, string? ReplyTo, NatsHeaders Headers, ReadOnlyMemory<byte> Data);
