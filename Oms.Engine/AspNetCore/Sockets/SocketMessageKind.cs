namespace Oms.Engine.AspNetCore.Sockets;

/// <summary>The messages a client may send.</summary>
internal enum SocketMessageKind
{
    ConnectionInit,
    Ping,
    Pong,
    Subscribe,
    Complete,
    ConnectionTerminate,
}
