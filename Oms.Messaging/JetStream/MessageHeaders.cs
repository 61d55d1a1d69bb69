namespace Oms.Messaging.JetStream;

/// <summary>Headers that JetStream reads.</summary>
public static class MessageHeaders
{
    /// <summary>The id that a stream deduplicates by, within its window.</summary>
    public const string MessageId = "Nats-Msg-Id";

    /// <summary>The stream that must take the message.</summary>
    public const string ExpectedStream = "Nats-Expected-Stream";

    /// <summary>The number that the stream's last message must have.</summary>
    public const string ExpectedLastSequence = "Nats-Expected-Last-Sequence";

    /// <summary>The id that the stream's last message must have.</summary>
    public const string ExpectedLastMessageId = "Nats-Expected-Last-Msg-Id";

    /// <summary>In a heartbeat: the subject that a flow-control answer is waited for on.</summary>
    internal const string ConsumerStalled = "Nats-Consumer-Stalled";
}
