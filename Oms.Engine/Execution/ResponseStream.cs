namespace Oms.Engine.Execution;

/// <summary>
/// The response stream of a subscription (spec 6.2.3): one <see cref="OperationResult"/> for each event of the source stream, each to be
/// disposed by the reader. It can be read once. Disposing it, or the enumerator, ends the source stream.
/// </summary>
public sealed class ResponseStream : IExecutionResult, IAsyncEnumerable<OperationResult>
{
    private readonly Func<CancellationToken, IAsyncEnumerable<OperationResult>> _read;
    private readonly Func<ValueTask> _dispose;
    private int _isRead;
    private int _isDisposed;

    internal ResponseStream(Func<CancellationToken, IAsyncEnumerable<OperationResult>> read, Func<ValueTask> dispose)
    {
        _read = read;
        _dispose = dispose;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The stream is read a second time.</exception>
    public IAsyncEnumerator<OperationResult> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        Interlocked.Exchange(ref _isRead, 1) == 0
            ? _read(cancellationToken).GetAsyncEnumerator(cancellationToken)
            : throw new InvalidOperationException("A response stream can be read once.");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _isDisposed, 1) == 0 ? _dispose() : ValueTask.CompletedTask;
}
