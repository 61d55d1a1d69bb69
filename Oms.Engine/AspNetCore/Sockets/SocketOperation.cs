namespace Oms.Engine.AspNetCore.Sockets;

/// <summary>An operation that runs on a socket.</summary>
internal sealed class SocketOperation(string id, CancellationToken sessionEnd)
{
    private readonly CancellationTokenSource _cancellation = CancellationTokenSource.CreateLinkedTokenSource(sessionEnd);

    public string Id { get; } = id;

    public CancellationToken Cancelled => _cancellation.Token;

    public Task Completion { get; set; } = Task.CompletedTask;

    public void Cancel() => _cancellation.Cancel();

    public void Release() => _cancellation.Dispose();
}
