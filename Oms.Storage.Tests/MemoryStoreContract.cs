using Oms.Domain.Storage;

namespace Oms.Storage.Tests;

public sealed class MemoryStoreContract : StoreContract
{
    protected override ValueTask<IStore> OpenAsync() => new(new MemoryStore());
}
