using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Oms.Domain.Storage;
using Oms.Graph.Registry;

namespace Oms.Graph.Events;

/// <summary>
/// Reads a log of the store once for the whole process and hands what is new to every subscriber. A subscriber sees each entry once and in
/// order, from the number it names; where it can not, because it is too slow or was away too long, it is told so.
/// </summary>
/// <typeparam name="T">An entry.</typeparam>
internal abstract class LogFeed<T>(Doorbell doorbell, FeedOptions options, TimeProvider time, ILogger log) : BackgroundService
    where T : class
{
    private readonly System.Threading.Lock gate = new();
    private readonly HashSet<Channel<T>> subscribers = [];
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long position;

    /// <summary>How many read at this moment.</summary>
    internal int SubscriberCount
    {
        get
        {
            lock (gate)
                return subscribers.Count;
        }
    }

    /// <summary>The entries after a number, then those to come, until cancelled.</summary>
    /// <param name="after">The last number that was seen; null to begin with what is to come.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async IAsyncEnumerable<FeedItem<T>> ReadAsync(long? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await started.Task.WaitAsync(cancellationToken);
        var (channel, live) = Join();
        try
        {
            if (after is { } seen)
            {
                if (GapBefore(seen, live) is { } reason)
                    yield return new FeedItem<T>(null, live, reason);
                else
                    await foreach (var entry in ReplayAsync(seen, live, cancellationToken))
                        yield return new FeedItem<T>(entry, SequenceOf(entry), null);
            }

            while (true)
            {
                await foreach (var entry in channel.Reader.ReadAllAsync(cancellationToken))
                    yield return new FeedItem<T>(entry, SequenceOf(entry), null);

                // Only an overflow ends a channel.
                (channel, live) = Join();
                yield return new FeedItem<T>(null, live, $"more than {options.MaxBuffered} entries were waiting to be taken");
            }
        }
        finally
        {
            lock (gate)
                subscribers.Remove(channel);
        }
    }

    /// <summary>Entries of the log after a number, in order.</summary>
    protected abstract ValueTask<ImmutableArray<T>> ReadLogAsync(long after, int count, CancellationToken cancellationToken);

    /// <summary>The number of the newest entry; 0 when there is none.</summary>
    protected abstract ValueTask<long> GetLastAsync(CancellationToken cancellationToken);

    /// <summary>The number of an entry.</summary>
    protected abstract long SequenceOf(T entry);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = doorbell.Next;
            if (!await ForwardAsync(stoppingToken))
                await Task.WhenAny(next, Task.Delay(options.PollInterval, time, stoppingToken));
        }
    }

    // True when there may be more to read at once.
    private async ValueTask<bool> ForwardAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!started.Task.IsCompleted)
            {
                position = await GetLastAsync(cancellationToken);
                started.SetResult();
            }

            var batch = await ReadLogAsync(position, options.BatchSize, cancellationToken);
            Publish(batch);
            return batch.Length == options.BatchSize;
        }
        catch (StoreException e)
        {
            // Readers wait, as the log does; the next round tries again.
            log.LogWarning(e, "the log could not be read for subscribers: {Code}", e.Code);
            return false;
        }
    }

    private void Publish(ImmutableArray<T> batch)
    {
        if (batch.IsEmpty)
            return;
        lock (gate)
        {
            subscribers.RemoveWhere(s => !TryGive(s, batch));
            position = SequenceOf(batch[^1]);
        }
    }

    // What fits is still given, in order, before the gap is told.
    private static bool TryGive(Channel<T> subscriber, ImmutableArray<T> batch)
    {
        foreach (var entry in batch)
        {
            if (subscriber.Writer.TryWrite(entry))
                continue;
            subscriber.Writer.Complete();
            return false;
        }

        return true;
    }

    private (Channel<T> Channel, long Live) Join()
    {
        var channel = Channel.CreateBounded<T>(new BoundedChannelOptions(options.MaxBuffered) { SingleReader = true, SingleWriter = true });
        lock (gate)
        {
            subscribers.Add(channel);
            return (channel, position);
        }
    }

    private string? GapBefore(long seen, long live) => seen > live
        ? $"the log ends at {live}, before the number {seen} that you have seen"
        : live - seen > options.MaxReplayed ? $"you were away for more than {options.MaxReplayed} entries" : null;

    private async IAsyncEnumerable<T> ReplayAsync(long seen, long live, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (seen < live)
        {
            var batch = await ReadLogAsync(seen, (int)Math.Min(options.BatchSize, live - seen), cancellationToken);
            if (batch.IsEmpty)
                yield break;
            foreach (var entry in batch)
                yield return entry;
            seen = SequenceOf(batch[^1]);
        }
    }
}
