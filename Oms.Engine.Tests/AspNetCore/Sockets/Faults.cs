using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.AspNetCore.Sockets;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.AspNetCore.Sockets;

public sealed class Faults
{
    [Fact]
    public async Task An_interceptor_that_throws_closes_with_1011_and_the_server_lives_on()
    {
        await using var host = await GraphQLHost.StartAsync(configure: graph => graph.AddSocketSessionInterceptor<BrokenInterceptor>());
        using var client = await SocketClient.ConnectAsync(host);
        await client.SendAsync("""{"type":"connection_init"}""");
        (await client.ReadToCloseAsync()).ShouldBe(1011);
        client.CloseReason.ShouldBe("Internal error");
        (await host.GetAsync("?query={hello}")).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task Operations_completed_as_fast_as_they_are_started_leave_nothing_and_break_nothing()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Sockets.KeepAliveInterval = null);
        using var client = await SocketClient.OpenAsync(host);
        for (var i = 0; i < 300; i++)
        {
            await client.SubscribeAsync("same", i % 2 == 0 ? "{ hello }" : "subscription { silence }");
            await client.CompleteAsync("same");
        }

        await client.SendAsync("""{"type":"ping"}""");
        string message;
        do
        {
            message = (await client.ReceiveAsync())!;
        }
        while (message != """{"type":"pong"}""");
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 0);
        await client.CloseAsync();
        client.CloseCode.ShouldBe(1000);
    }

    private sealed class BrokenInterceptor : ISocketSessionInterceptor
    {
        public ValueTask<ConnectionStatus> OnConnectAsync(
            SocketSession session, ConnectionInitPayload payload, CancellationToken cancellationToken) =>
            throw new InvalidDataException("broken");
    }
}
