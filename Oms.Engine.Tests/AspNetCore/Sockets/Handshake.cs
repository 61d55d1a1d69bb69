using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.AspNetCore.Sockets;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.AspNetCore.Sockets;

public sealed class Handshake
{
    [Fact]
    public async Task A_connection_is_acknowledged_in_the_subprotocol()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        client.AgreedSubprotocol.ShouldBe("graphql-transport-ws");
        await client.CloseAsync();
        client.CloseCode.ShouldBe(1000);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("graphql-wss")]
    public async Task Another_subprotocol_is_closed_with_4406(string? subprotocol)
    {
        await using var host = await GraphQLHost.StartAsync();
        try
        {
            using var client = await SocketClient.ConnectAsync(host, subprotocol);
            (await client.ReadToCloseAsync()).ShouldBe(4406);
        }
        catch (WebSocketException) when (subprotocol is not null)
        {
            // A client that asked for a subprotocol may refuse a server that agrees on none.
        }
    }

    [Fact]
    public async Task A_client_that_says_nothing_is_closed_with_4408()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Sockets.ConnectionInitializationTimeout = TimeSpan.FromMilliseconds(200));
        using var client = await SocketClient.ConnectAsync(host);
        (await client.ReadToCloseAsync()).ShouldBe(4408);
        client.CloseReason.ShouldBe("Connection initialisation timeout");
    }

    [Fact]
    public async Task A_client_that_pings_but_never_initializes_is_closed_with_4408_too()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Sockets.ConnectionInitializationTimeout = TimeSpan.FromMilliseconds(300));
        using var client = await SocketClient.ConnectAsync(host);
        await client.SendAsync("""{"type":"ping"}""");
        (await client.ReceiveAsync()).ShouldBe("""{"type":"pong"}""");
        (await client.ReadToCloseAsync()).ShouldBe(4408);
    }

    [Fact]
    public async Task A_second_initialization_is_closed_with_4429()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        await client.SendAsync("""{"type":"connection_init"}""");
        (await client.ReadToCloseAsync()).ShouldBe(4429);
    }

    [Fact]
    public async Task A_subscription_before_the_initialization_is_closed_with_4401_and_does_not_run()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var client = await SocketClient.ConnectAsync(host);
        await client.SubscribeAsync("1", "mutation { touch }");
        (await client.ReadToCloseAsync()).ShouldBe(4401);
        host.Touches.Count.ShouldBe(0);
    }

    [Fact]
    public async Task An_interceptor_refuses_with_4403_and_a_reason_of_whole_characters()
    {
        await using var host = await GraphQLHost.StartAsync(configure: graph => graph.AddSocketSessionInterceptor<PasswordInterceptor>());
        using var refused = await SocketClient.ConnectAsync(host);
        await refused.SendAsync("""{"type":"connection_init","payload":{"password":"wrong"}}""");
        (await refused.ReadToCloseAsync()).ShouldBe(4403);
        refused.CloseReason.ShouldBe(string.Concat(Enumerable.Repeat("é", 61)));
        using var accepted = await SocketClient.ConnectAsync(host);
        await accepted.SendAsync("""{"type":"connection_init","payload":{"other":{"password":[]},"Password":"right"}}""");
        (await accepted.ReceiveAsync()).ShouldBe("""{"type":"connection_ack"}""");
    }

    [Fact]
    public async Task The_socket_is_closed_with_4403_when_the_authentication_ends()
    {
        await using var host = await GraphQLHost.StartAsync();
        var soon = DateTimeOffset.UtcNow.AddSeconds(2).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var client = await SocketClient.OpenAsync(host, ("x-user", "ann"), ("x-expires", soon));
        await client.SubscribeAsync("1", "subscription { silence }");
        (await client.ReadToCloseAsync()).ShouldBe(4403);
        client.CloseReason.ShouldBe("Token expired");
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 0);
    }

    [Fact]
    public async Task An_authentication_that_has_ended_already_is_closed_with_4403()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var client = await SocketClient.ConnectAsync(host, SocketClient.Subprotocol, ("x-user", "ann"), ("x-expires", "1000000000"));
        await client.SendAsync("""{"type":"connection_init"}""");
        (await client.ReadToCloseAsync()).ShouldBe(4403);
    }

    [Fact]
    public async Task A_foreign_page_with_cookies_is_refused_and_our_own_is_not()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Sockets.AllowedOrigins.Add("https://friend.example"));
        await Should.ThrowAsync<WebSocketException>(
            () => SocketClient.ConnectAsync(host, SocketClient.Subprotocol, ("Origin", "https://foe.example"), ("Cookie", "session=1")));
        foreach (var (origin, cookie) in new[] { ("https://friend.example", "a=b"), ($"http://127.0.0.1:{host.Port}", "a=b"), ("https://foe.example", "") })
        {
            (string, string)[] headers = cookie.Length > 0 ? [("Origin", origin), ("Cookie", cookie)] : [("Origin", origin)];
            using var client = await SocketClient.OpenAsync(host, headers);
        }
    }

    private sealed class PasswordInterceptor : ISocketSessionInterceptor
    {
        public ValueTask<ConnectionStatus> OnConnectAsync(
            SocketSession session, ConnectionInitPayload payload, CancellationToken cancellationToken) =>
            ValueTask.FromResult(payload.GetString("password") == "right"
                ? ConnectionStatus.Accept()
                : ConnectionStatus.Reject(string.Concat(Enumerable.Repeat("é", 100))));
    }
}
