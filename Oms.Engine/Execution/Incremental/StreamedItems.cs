using System.Collections;

namespace Oms.Engine.Execution.Incremental;

/// <summary>The items of a streamed list, one after the other, wherever they come from.</summary>
internal sealed class StreamedItems : IAsyncDisposable
{
    private readonly IEnumerator? atHand;
    private readonly IAsyncEnumerator<object?>? awaited;
    private readonly CancellationTokenSource stop;
    private int isDisposed;

    private StreamedItems(IEnumerator? atHand, IAsyncEnumerable<object?>? awaited, CancellationToken cancellationToken)
    {
        this.atHand = atHand;
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        this.awaited = awaited?.GetAsyncEnumerator(stop.Token);
    }

    /// <summary>Whether the items are there already, so that none has to be awaited.</summary>
    public bool AreAtHand => atHand is not null;

    /// <summary>Whether nobody wants them any more.</summary>
    public bool IsStopped => stop.IsCancellationRequested;

    /// <summary>The item that was moved to.</summary>
    public object? Current => atHand is not null ? atHand.Current : awaited!.Current;

    /// <summary>The items of a resolved value; null when it is no list.</summary>
    public static StreamedItems? Of(object? value, CancellationToken cancellationToken) => value switch
    {
        string => null,
        IAsyncEnumerable<object?> awaited => new StreamedItems(null, awaited, cancellationToken),
        IEnumerable items => new StreamedItems(items.GetEnumerator(), null, cancellationToken),
        _ => null,
    };

    /// <summary>Moves to the next item.</summary>
    public ValueTask<bool> MoveNextAsync() => atHand is not null ? new ValueTask<bool>(atHand.MoveNext()) : awaited!.MoveNextAsync();

    /// <summary>Ends the waiting for further items.</summary>
    public void Stop()
    {
        if (Volatile.Read(ref isDisposed) == 0)
            stop.Cancel();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isDisposed, 1) == 1)
            return;
        (atHand as IDisposable)?.Dispose();
        if (awaited is not null)
            await awaited.DisposeAsync();
        stop.Dispose();
    }
}
