using System.Collections.Concurrent;

namespace Oms.Engine.Tests.DataLoader;

/// <summary>Remembers which keys were fetched together.</summary>
public sealed class LoadedBatches
{
    private readonly ConcurrentQueue<int[]> _batches = new();

    public IReadOnlyList<int[]> All => [.. _batches];

    public bool FailsNext { get; set; }

    public void Add(IEnumerable<int> keys)
    {
        _batches.Enqueue([.. keys]);
        if (!FailsNext)
            return;
        FailsNext = false;
        throw new InvalidOperationException("the store is down");
    }
}
