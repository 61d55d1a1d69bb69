using System.Text;
using System.Text.Json;

namespace Oms.Engine.AspNetCore.Sockets;

/// <summary>An operation that runs on a socket.</summary>
internal sealed class SocketOperation
{
    private readonly CancellationTokenSource _cancellation;
    private readonly Lock _lock = new();
    private bool _isReleased;

    public SocketOperation(string id, SocketSubprotocol subprotocol, CancellationToken sessionEnd)
    {
        Id = id;
        Next = [.. "{\"id\":"u8, .. JsonSerializer.SerializeToUtf8Bytes(id), .. ",\"type\":\""u8, .. Encoding.ASCII.GetBytes(subprotocol.Next), .. "\",\"payload\":"u8];
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(sessionEnd);
        Cancelled = _cancellation.Token;
    }

    public string Id { get; }

    public CancellationToken Cancelled { get; }

    /// <summary>What each of its results begins with.</summary>
    public byte[] Next { get; }

    /// <summary>Whether it waits for events, and not for its one answer.</summary>
    public bool IsSubscription { get; set; }

    public Task Completion { get; set; } = Task.CompletedTask;

    /// <summary>Asks the operation to end; nothing when it has ended by itself meanwhile.</summary>
    /// <returns>A task.</returns>
    public Task CancelAsync()
    {
        // Under the lock no release can come between; the callbacks themselves run outside of it.
        lock (_lock)
            return _isReleased ? Task.CompletedTask : _cancellation.CancelAsync();
    }

    public void Release()
    {
        lock (_lock)
        {
            _isReleased = true;
            _cancellation.Dispose();
        }
    }
}
