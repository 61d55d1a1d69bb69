using Oms.Engine.Language;

namespace Oms.Engine.Execution;

/// <summary>
/// Several responses to one request: one <see cref="OperationResult"/> for each event of a subscription (spec 6.2.3), or the initial and the
/// subsequent responses of a delivery in parts (<c>@defer</c>, <c>@stream</c>). Each is to be disposed by the reader. The stream can be read
/// once. Disposing it, or the enumerator, ends its source.
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

    /// <summary>The operation that is executed.</summary>
    internal OperationDefinitionNode? Operation { get; init; }

    /// <summary>Whether it is a subscription's, or one response in parts.</summary>
    public ExecutionResultKind Kind { get; init; } = ExecutionResultKind.SubscriptionResult;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The stream is read a second time.</exception>
    public IAsyncEnumerator<OperationResult> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        Interlocked.Exchange(ref _isRead, 1) == 0
            ? _read(cancellationToken).GetAsyncEnumerator(cancellationToken)
            : throw new InvalidOperationException("A response stream can be read once.");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _isDisposed, 1) == 0 ? _dispose() : ValueTask.CompletedTask;
}
