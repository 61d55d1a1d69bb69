using Oms.Engine.DataLoader;

namespace Oms.Engine.Tests.DataLoader;

public sealed class PersonById(IBatchScheduler scheduler, LoadedBatches batches) : BatchDataLoader<int, Person>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<int, Person>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        batches.Add(keys);
        // Leaves the resolvers' thread, as a store would.
        await Task.Delay(1, cancellationToken);
        return keys.Where(id => id >= 0).ToDictionary(id => id, id => new Person(id, (id * 7) % 50));
    }
}
