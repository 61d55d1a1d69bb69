using Oms.Engine.DataLoader;

namespace Oms.Engine.Tests.DataLoader;

public sealed class NumbersOfPerson(IBatchScheduler scheduler, LoadedBatches batches) : GroupedDataLoader<int, int>(scheduler)
{
    protected override Task<ILookup<int, int>> LoadGroupedBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        batches.Add(keys);
        return Task.FromResult(keys.SelectMany(id => Enumerable.Range(0, id % 3).Select(n => (id, n))).ToLookup(p => p.id, p => p.n));
    }
}
