using Oms.Messaging.Nats;

namespace Oms.Messaging.JetStream;

/// <summary>JetStream answered with an error (its <c>error</c> object: <c>code</c>, <c>err_code</c>, <c>description</c>).</summary>
public sealed class JetStreamException(int code, int errorCode, string description) : NatsException($"JetStream refused ({code}, {errorCode}): {description}.")
{
    /// <summary>A server without JetStream, or an account without it.</summary>
    public const int NotEnabled = 10076;

    /// <summary>There is no such stream.</summary>
    public const int StreamNotFound = 10059;

    /// <summary>There is no such consumer.</summary>
    public const int ConsumerNotFound = 10014;

    /// <summary>There is no such message.</summary>
    public const int MessageNotFound = 10037;

    /// <summary>The last sequence is another than the publisher expected.</summary>
    public const int WrongLastSequence = 10071;

    /// <summary>The class of the error, as in HTTP.</summary>
    public int Code { get; } = code;

    /// <summary>The error itself.</summary>
    public int ErrorCode { get; } = errorCode;
}
