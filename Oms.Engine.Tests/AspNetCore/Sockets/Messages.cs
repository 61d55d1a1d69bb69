using System.Net.WebSockets;
using System.Text;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.AspNetCore.Sockets;

public sealed class Messages
{
    [Theory]
    [InlineData("hello")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":"start","id":"1","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"next","id":"1","payload":{}}""")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":"","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":1,"payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":"1"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":null}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":1}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ hello }","variables":[]}}""")]
    [InlineData("""{"type":"complete"}""")]
    [InlineData("""{"type":"ping","payload":1}""")]
    [InlineData("""{"type":"ping"} {"type":"ping"}""")]
    [InlineData("""{"type":"subscribe","id":"\ud800","payload":{"query":"{ hello }"}}""")]
    public async Task What_is_no_message_closes_with_4400(string message)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        await client.SendAsync(message);
        (await client.ReadToCloseAsync()).ShouldBe(4400);
        client.CloseReason.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_reason_longer_than_a_closing_frame_is_cut()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        var id = new string('x', 500);
        await client.SubscribeAsync(id, "subscription { silence }");
        await client.SubscribeAsync(id, "subscription { silence }");
        (await client.ReadToCloseAsync()).ShouldBe(4409);
        Encoding.UTF8.GetByteCount(client.CloseReason!).ShouldBe(123);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_close_the_socket()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var binary = await SocketClient.OpenAsync(host);
        await binary.SendAsync("{\"type\":\"ping\"}"u8.ToArray(), WebSocketMessageType.Binary);
        (await binary.ReadToCloseAsync()).ShouldBe(4400);
    }

    // RFC 6455, section 8.1: such a connection is failed, with a closing frame or without.
    [Fact]
    public async Task Text_that_is_no_UTF8_ends_the_connection()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("1", "subscription { silence }");
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 1);
        await client.SendAsync([.. "{\"type\":\"ping\",\"x\":\""u8, 0xFF, .. "\"}"u8], WebSocketMessageType.Text);
        try
        {
            (await client.ReadToCloseAsync()).ShouldBe(1007);
        }
        catch (WebSocketException)
        {
            // The connection was dropped before its closing frame came through.
        }

        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 0);
    }

    [Fact]
    public async Task A_message_beyond_the_limit_closes_with_1009()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Sockets.MaxMessageSize = 10_000);
        using var client = await SocketClient.OpenAsync(host);
        await client.SendAsync("""{"type":"ping"}""".PadRight(10_000));
        (await client.ReceiveAsync()).ShouldBe("""{"type":"pong"}""");
        await client.SendAsync("""{"type":"ping"}""".PadRight(10_001));
        (await client.ReadToCloseAsync()).ShouldBe(1009);
    }

    [Fact]
    public async Task A_message_of_20_MB_is_refused_and_the_server_lives_on()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        var sending = client.SendAsync("""{"type":"ping"}""".PadRight(20_000_000));
        (await client.ReadToCloseAsync()).ShouldBe(1009);
        try
        {
            await sending;
        }
        catch (WebSocketException)
        {
            // The server has gone before the last byte was sent.
        }

        using var next = await SocketClient.OpenAsync(host);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(100_000)]
    public async Task Deep_JSON_closes_with_4400(int depth)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        await client.SendAsync($$"""{"type":"ping","x":{{new string('[', depth)}}{{new string(']', depth)}}}""");
        (await client.ReadToCloseAsync()).ShouldBe(4400);
    }

    [Fact]
    public async Task Pings_are_answered_and_the_server_pings_too()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Sockets.KeepAliveInterval = TimeSpan.FromMilliseconds(100));
        using var client = await SocketClient.OpenAsync(host);
        (await client.ReceiveAsync()).ShouldBe("""{"type":"ping"}""");
        await client.SendAsync("""{"type":"pong"}""");
        (await client.ReceiveAsync()).ShouldBe("""{"type":"ping"}""");

        await using var silent = await GraphQLHost.StartAsync(o => o.Sockets.KeepAliveInterval = null);
        using var other = await SocketClient.OpenAsync(silent);
        for (var i = 0; i < 1000; i++)
            await other.SendAsync("""{"type":"ping","payload":{"i":1}}""");
        for (var i = 0; i < 1000; i++)
            (await other.ReceiveAsync()).ShouldBe("""{"type":"pong"}""");
    }
}
