namespace Oms.Messaging.Nats;

/// <summary>A message on its way out.</summary>
/// <param name="Subject">Where it goes.</param>
/// <param name="ReplyTo">Where an answer is waited for; null where none is.</param>
/// <param name="HeaderBlock">The headers as on the wire; empty for none.</param>
/// <param name="Data">What it carries.</param>
internal readonly record struct Publication(string Subject, string? ReplyTo, ReadOnlyMemory<byte> HeaderBlock, ReadOnlyMemory<byte> Data);
