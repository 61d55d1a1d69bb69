using Oms.Engine.AspNetCore;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.AspNetCore.Sockets;

/// <summary>A client that answers no pings, whether there is anything to send to it or not, is cut off and held up nobody.</summary>
public sealed class Silent_peers
{
    private static readonly TimeSpan PeerTimeout = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_client_that_answers_no_ping_is_cut_off_and_one_that_does_stays()
    {
        await using var host = await GraphQLHost.StartAsync(Impatient);
        using var silent = await SubscribedAsync(host, "a");
        using var lively = await SubscribedAsync(host, "a");
        await Eventually.BecomesAsync(() => host.Topics.SubscriberCount, 2);
        // Pings are answered while a client receives.
        var next = lively.ReceiveAsync();
        await Eventually.BecomesAsync(() => host.Topics.SubscriberCount, 1);
        await Task.Delay(2 * PeerTimeout, TestContext.Current.CancellationToken);
        await host.Topics.SendAsync("news/a", "still there");
        (await next).ShouldBe("""{"id":"1","type":"next","payload":{"data":{"news":"a: still there"}}}""");
    }

    [Fact]
    public async Task A_client_whose_connection_is_full_is_cut_off_too_and_holds_up_nobody()
    {
        await using var host = await GraphQLHost.StartAsync(Impatient);
        using var silent = await SubscribedAsync(host, "a");
        using var reader = await SubscribedAsync(host, "a");
        await Eventually.BecomesAsync(() => host.Topics.SubscriberCount, 2);
        var large = new string('x', 100_000);
        for (var i = 0; i < 200; i++)
        {
            await host.Topics.SendAsync("news/a", i + large);
            (await reader.ReceiveAsync())!.ShouldStartWith($$$$"""{"id":"1","type":"next","payload":{"data":{"news":"a: {{{{i}}}}x""");
        }

        var last = reader.ReceiveAsync();
        await Eventually.BecomesAsync(() => host.Topics.SubscriberCount, 1);
        await host.Topics.SendAsync("news/a", "after");
        (await last)!.ShouldContain("after");
    }

    private static void Impatient(GraphQLServerOptions options) => (options.Sockets.PeerTimeout, options.Sockets.KeepAliveInterval) = (PeerTimeout, null);

    private static async Task<SocketClient> SubscribedAsync(GraphQLHost host, string topic)
    {
        var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("1", $$"""subscription { news(topic: "{{topic}}") }""");
        return client;
    }
}
