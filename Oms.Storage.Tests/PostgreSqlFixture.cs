using Xunit;

namespace Oms.Storage.Tests;

/// <summary>One cluster for the tests of a class, each of which has a database of its own in it.</summary>
public sealed class PostgreSqlFixture : IAsyncLifetime
{
    internal PostgreSqlCluster Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Cluster = await PostgreSqlCluster.StartAsync();

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();
}
