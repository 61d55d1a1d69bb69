using Oms.Domain.Storage;
using Oms.Graph.Hosting;
using Xunit;

namespace Oms.Storage.Tests;

public sealed class PostgreSqlStoreContract(PostgreSqlFixture fixture) : StoreContract, IClassFixture<PostgreSqlFixture>
{
    protected override async ValueTask<IStore> OpenAsync() => StorePlugin.OpenPostgreSql(await fixture.Cluster.CreateDatabaseAsync());
}
