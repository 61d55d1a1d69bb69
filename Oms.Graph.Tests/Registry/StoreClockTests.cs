using Oms.Graph.Registry;
using Oms.Storage.Sqlite;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Registry;

public class StoreClockTests
{
    [Fact]
    public async Task Two_servers_whose_clocks_differ_agree_on_the_time_of_their_store()
    {
        var cancel = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("oms-clock-").FullName;
        await using var store = SqliteStore.Open(folder);
        StoppedClock fast = new(DateTimeOffset.UtcNow.AddHours(1)), slow = new(DateTimeOffset.UtcNow.AddHours(-1));
        StoreClock first = new(store, fast), second = new(store, slow);
        await first.RefreshAsync(cancel);
        await second.RefreshAsync(cancel);

        fast.Advance(TimeSpan.FromDays(1));

        (first.GetUtcNow() - second.GetUtcNow()).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(1));
        (first.GetUtcNow() - await store.GetTimeAsync(cancel)).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }
}
