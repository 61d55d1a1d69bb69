namespace Oms.Messaging.Nats;

/// <summary>Where a connection stands.</summary>
public enum NatsConnectionState
{
    /// <summary>Messages go and come.</summary>
    Connected,

    /// <summary>The servers are tried, one after the other, until one answers.</summary>
    Reconnecting,

    /// <summary>It is over.</summary>
    Closed,
}
