using Oms.Domain.Storage;
using Oms.Storage.Sqlite;

namespace Oms.Storage.Tests;

public sealed class SqliteStoreContract : StoreContract
{
    private readonly DataFolder folder = new();

    protected override ValueTask<IStore> OpenAsync() => new(SqliteStore.Open(folder.Next()));

    protected override ValueTask CleanAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
