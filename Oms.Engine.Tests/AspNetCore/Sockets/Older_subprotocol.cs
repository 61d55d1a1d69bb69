using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.AspNetCore.Sockets;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.AspNetCore.Sockets;

/// <summary>graphql-ws, as PROTOCOL.md of subscriptions-transport-ws has it: other words for the same, under the same limits.</summary>
public sealed class Older_subprotocol
{
    private const string Name = "graphql-ws";
    private const string Init = """{"type":"connection_init","payload":{}}""";
    private const string Acknowledgement = """{"type":"connection_ack"}""";
    private const string KeepAlive = """{"type":"ka"}""";

    [Fact]
    public async Task A_query_a_mutation_and_a_subscription_are_data_and_complete()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var client = await OpenAsync(host);
        client.AgreedSubprotocol.ShouldBe(Name);
        foreach (var (query, expected) in new[]
        {
            ("{ hello }", new[] { """{"data":{"hello":"hello world"}}""" }),
            ("mutation { touch }", ["""{"data":{"touch":1}}"""]),
            ("subscription { count(to: 2) }", ["""{"data":{"count":1}}""", """{"data":{"count":2}}"""]),
        })
        {
            await StartAsync(client, "1", query);
            foreach (var payload in expected)
                (await NextAsync(client)).ShouldBe($$"""{"id":"1","type":"data","payload":{{payload}}}""");
            (await NextAsync(client)).ShouldBe("""{"id":"1","type":"complete"}""");
        }
    }

    [Fact]
    public async Task A_request_error_is_one_error_object_and_a_resolver_s_is_data()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var client = await OpenAsync(host);
        await StartAsync(client, "1", "{ a b }");
        (await NextAsync(client))!.ShouldStartWith("""{"id":"1","type":"error","payload":{"message":"Type """);
        await StartAsync(client, "1", "{ fail }");
        (await NextAsync(client))!.ShouldStartWith("""{"id":"1","type":"data","payload":{"data":{"fail":null},"errors":[""");
        (await NextAsync(client)).ShouldBe("""{"id":"1","type":"complete"}""");
    }

    [Fact]
    public async Task A_response_in_parts_is_one_response_here()
    {
        await using var host = await GraphQLHost.StartAsync(configure: builder => builder.ModifyOptions(o => o.EnableDefer = true));
        using var client = await OpenAsync(host);
        await StartAsync(client, "1", "{ hello ... @defer { twice(number: 4) } }");
        (await NextAsync(client)).ShouldBe("""{"id":"1","type":"data","payload":{"data":{"hello":"hello world","twice":8}}}""");
        (await NextAsync(client)).ShouldBe("""{"id":"1","type":"complete"}""");
    }

    [Fact]
    public async Task A_start_before_the_initialization_is_closed_with_4401_and_does_not_run()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var client = await SocketClient.ConnectAsync(host, Name);
        await StartAsync(client, "1", "mutation { touch }");
        (await client.ReadToCloseAsync()).ShouldBe(4401);
        host.Touches.Count.ShouldBe(0);
    }

    [Fact]
    public async Task The_server_shows_that_it_is_there()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Sockets.KeepAliveInterval = TimeSpan.FromMilliseconds(50));
        using var client = await SocketClient.ConnectAsync(host, Name);
        await Task.Delay(120, TestContext.Current.CancellationToken);
        await client.SendAsync(Init);
        (await client.ReceiveAsync()).ShouldBe(Acknowledgement);
        for (var i = 0; i < 3; i++)
            (await client.ReceiveAsync()).ShouldBe(KeepAlive);
    }

    [Fact]
    public async Task A_refused_connection_learns_why_before_it_is_closed()
    {
        await using var host = await GraphQLHost.StartAsync(
            o => o.Sockets.MaxSocketsPerUser = 1, graph => graph.AddSocketSessionInterceptor<PasswordInterceptor>());
        using var refused = await SocketClient.ConnectAsync(host, Name);
        await refused.SendAsync("""{"type":"connection_init","payload":{"password":"wrong"}}""");
        (await NextAsync(refused)).ShouldBe("""{"type":"connection_error","payload":{"message":"say \"right\""}}""");
        (await refused.ReadToCloseAsync()).ShouldBe(4403);
        using var expired = await SocketClient.ConnectAsync(host, Name, ("x-user", "ann"), ("x-expires", "1000000000"));
        await expired.SendAsync("""{"type":"connection_init","payload":{"password":"right"}}""");
        (await NextAsync(expired)).ShouldBe("""{"type":"connection_error","payload":{"message":"Token expired"}}""");
        (await expired.ReadToCloseAsync()).ShouldBe(4403);
    }

    [Fact]
    public async Task It_ends_with_the_authentication()
    {
        await using var host = await GraphQLHost.StartAsync();
        var soon = DateTimeOffset.UtcNow.AddSeconds(2).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var client = await OpenAsync(host, ("x-user", "ann"), ("x-expires", soon));
        await StartAsync(client, "1", "subscription { silence }");
        (await client.ReadToCloseAsync()).ShouldBe(4403);
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 0);
    }

    [Fact]
    public async Task It_ends_with_the_server_after_every_operation_is_complete()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var client = await OpenAsync(host);
        await StartAsync(client, "1", "subscription { silence }");
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 1);
        var stopping = host.StopAsync();
        (await NextAsync(client)).ShouldBe("""{"id":"1","type":"complete"}""");
        (await client.ReadToCloseAsync()).ShouldBe((int)WebSocketCloseStatus.EndpointUnavailable);
        await client.CloseAsync();
        await stopping.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        host.Touches.OpenSources.ShouldBe(0);
    }

    [Fact]
    public async Task A_stop_ends_the_source_and_a_termination_the_socket()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var client = await OpenAsync(host);
        await StartAsync(client, "1", "subscription { silence }");
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 1);
        await client.SendAsync("""{"id":"1","type":"stop"}""");
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 0);
        await StartAsync(client, "1", "subscription { silence }");
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 1);
        await client.SendAsync("""{"type":"connection_terminate","payload":null}""");
        (await client.ReadToCloseAsync()).ShouldBe(1000);
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 0);
    }

    [Fact]
    public async Task The_limits_are_the_same()
    {
        await using var host = await GraphQLHost.StartAsync(o =>
        {
            o.Sockets.MaxOperations = 3;
            o.Sockets.ConnectionInitializationTimeout = TimeSpan.FromMilliseconds(300);
        });
        using var silent = await SocketClient.ConnectAsync(host, Name);
        (await silent.ReadToCloseAsync()).ShouldBe(4408);
        using var client = await OpenAsync(host);
        for (var i = 0; i < 3; i++)
            await StartAsync(client, "s" + i, "subscription { silence }");
        await StartAsync(client, "more", "subscription { silence }");
        (await NextAsync(client))!.ShouldContain("TOO_MANY_OPERATIONS");
        await StartAsync(client, "s0", "subscription { silence }");
        (await client.ReadToCloseAsync()).ShouldBe(4409);
        using var twice = await OpenAsync(host);
        await twice.SendAsync(Init);
        (await twice.ReadToCloseAsync()).ShouldBe(4429);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"ping"}""")]
    [InlineData("""{"type":"data","id":"1"}""")]
    [InlineData("""{"type":"start","id":"1"}""")]
    [InlineData("""{"type":"start","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"start","id":"1","payload":{"query":1}}""")]
    [InlineData("""{"type":"stop"}""")]
    public async Task What_is_no_message_closes_with_4400(string message)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var client = await OpenAsync(host);
        await client.SendAsync(message);
        (await client.ReadToCloseAsync()).ShouldBe(4400);
    }

    [Fact]
    public async Task Who_offers_both_gets_the_newer_one()
    {
        SocketSubprotocol.Choose(["graphql-ws", "graphql-transport-ws"]).ShouldBe(SocketSubprotocol.GraphQLTransportWs);
        SocketSubprotocol.Choose(["chat", "graphql-ws"]).ShouldBe(SocketSubprotocol.GraphQLWs);
        SocketSubprotocol.Choose(["chat"]).ShouldBeNull();
        await using var host = await GraphQLHost.StartAsync();
        using var older = await OpenAsync(host);
        using var newer = await SocketClient.OpenAsync(host);
        await StartAsync(older, "1", """subscription { news(topic: "a") }""");
        await newer.SubscribeAsync("1", """subscription { news(topic: "a") }""");
        await Eventually.BecomesAsync(() => host.Topics.SubscriberCount, 2);
        await host.Topics.SendAsync("news/a", "b", TestContext.Current.CancellationToken);
        (await NextAsync(older)).ShouldBe("""{"id":"1","type":"data","payload":{"data":{"news":"a: b"}}}""");
        (await newer.ReceiveAsync()).ShouldBe("""{"id":"1","type":"next","payload":{"data":{"news":"a: b"}}}""");
    }

    private static async Task<SocketClient> OpenAsync(GraphQLHost host, params (string Name, string Value)[] headers)
    {
        var client = await SocketClient.ConnectAsync(host, Name, headers);
        await client.SendAsync(Init);
        (await client.ReceiveAsync()).ShouldBe(Acknowledgement);
        return client;
    }

    private static Task StartAsync(SocketClient client, string id, string query) =>
        client.SendAsync($$$"""{"id":"{{{id}}}","type":"start","payload":{"query":{{{System.Text.Json.JsonSerializer.Serialize(query)}}}}}""");

    private static async Task<string?> NextAsync(SocketClient client)
    {
        string? message;
        do
            message = await client.ReceiveAsync();
        while (message == KeepAlive);
        return message;
    }

    private sealed class PasswordInterceptor : ISocketSessionInterceptor
    {
        public ValueTask<ConnectionStatus> OnConnectAsync(SocketSession session, ConnectionInitPayload payload, CancellationToken cancellationToken) =>
            ValueTask.FromResult(payload.GetString("password") == "right" ? ConnectionStatus.Accept() : ConnectionStatus.Reject("say \"right\""));
    }
}
