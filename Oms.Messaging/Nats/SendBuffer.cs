using System.Buffers;

namespace Oms.Messaging.Nats;

/// <summary>
/// What waits to be sent. Publishers append under a lock and go on; one writer takes all that has come and sends it in one piece, so that
/// many small messages cost few system calls. Publishers wait only when the buffer is full.
/// </summary>
internal sealed class SendBuffer(int capacity)
{
    private readonly Lock gate = new();
    private ArrayBufferWriter<byte> filling = new(64 * 1024);
    private ArrayBufferWriter<byte> sending = new(64 * 1024);
    private TaskCompletionSource news = NewSource();
    private TaskCompletionSource room = NewSource();
    private bool isClosed;

    /// <summary>Appends an operation; waits while the buffer is full.</summary>
    /// <exception cref="NatsConnectionLostException">The connection is gone.</exception>
    internal ValueTask WriteAsync<T>(T state, Action<IBufferWriter<byte>, T> write, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            ThrowIfClosed();
            if (filling.WrittenCount < capacity)
            {
                Append(state, write);
                return default;
            }
        }

        return WaitAndWriteAsync(state, write, cancellationToken);
    }

    /// <summary>Waits for something to send and takes all of it. The bytes are valid until the next call.</summary>
    internal async ValueTask<ReadOnlyMemory<byte>> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task waiting;
            lock (gate)
            {
                ThrowIfClosed();
                if (filling.WrittenCount > 0)
                    return Swap();
                waiting = news.Task;
            }

            await waiting.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends it: who waits or comes later hears that the connection is gone.</summary>
    internal void Close()
    {
        lock (gate)
        {
            isClosed = true;
            news.TrySetResult();
            room.TrySetResult();
        }
    }

    private async ValueTask WaitAndWriteAsync<T>(T state, Action<IBufferWriter<byte>, T> write, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task waiting;
            lock (gate)
            {
                ThrowIfClosed();
                if (filling.WrittenCount < capacity)
                {
                    Append(state, write);
                    return;
                }

                waiting = room.Task;
            }

            await waiting.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Append<T>(T state, Action<IBufferWriter<byte>, T> write)
    {
        write(filling, state);
        news.TrySetResult();
    }

    private ReadOnlyMemory<byte> Swap()
    {
        sending.ResetWrittenCount();
        (filling, sending) = (sending, filling);
        news = NewSource();
        room.TrySetResult();
        room = NewSource();
        return sending.WrittenMemory;
    }

    private void ThrowIfClosed()
    {
        if (isClosed)
            throw new NatsConnectionLostException("The connection to the NATS server is gone.");
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
