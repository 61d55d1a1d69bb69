namespace Oms.Messaging.Nats;

/// <summary>What a server may send (NATS client protocol).</summary>
internal enum ServerOperationKind
{
    /// <summary><c>INFO</c>: what the server is and can.</summary>
    Info,

    /// <summary><c>MSG</c> or <c>HMSG</c>: a message.</summary>
    Message,

    /// <summary><c>PING</c>.</summary>
    Ping,

    /// <summary><c>PONG</c>.</summary>
    Pong,

    /// <summary><c>+OK</c>.</summary>
    Ok,

    /// <summary><c>-ERR</c>: the server complains, and mostly closes the connection.</summary>
    Error,
}
