using System.Net.WebSockets;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.AspNetCore.Sockets;

public sealed class Operations
{
    [Fact]
    public async Task A_query_a_mutation_and_a_subscription_run_on_one_socket_and_ids_are_free_again()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        foreach (var (query, expected) in new[]
        {
            ("{ hello }", new[] { """{"data":{"hello":"hello world"}}""" }),
            ("mutation { touch }", ["""{"data":{"touch":1}}"""]),
            ("subscription { count(to: 2) }", ["""{"data":{"count":1}}""", """{"data":{"count":2}}"""]),
        })
        {
            await client.SubscribeAsync("same", query);
            foreach (var payload in expected)
                (await client.ReceiveAsync()).ShouldBe($$"""{"id":"same","type":"next","payload":{{payload}}}""");
            (await client.ReceiveAsync()).ShouldBe("""{"id":"same","type":"complete"}""");
        }
    }

    [Theory]
    [InlineData("{ hello", "HC0014")]
    [InlineData("{ unknown }", "unknown")]
    [InlineData("subscription { hidden }", "AUTH_NOT_AUTHENTICATED")]
    public async Task A_request_error_is_one_error_message_and_the_id_is_free(string query, string expected)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        for (var i = 0; i < 2; i++)
        {
            await client.SubscribeAsync("1", query);
            var message = (await client.ReceiveAsync())!;
            message.ShouldStartWith("""{"id":"1","type":"error","payload":[{""");
            message.ShouldContain(expected);
        }

        await client.SubscribeAsync("1", "{ hello }");
        (await client.ReceiveAsync())!.ShouldContain("next");
    }

    [Fact]
    public async Task A_limit_of_HTTP_holds_here_too()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("1", "subscription " + string.Concat(Enumerable.Repeat("{ a ", 5000)) + new string('}', 5000));
        (await client.ReceiveAsync())!.ShouldStartWith("""{"id":"1","type":"error",""");
        await client.SubscribeAsync("2", "{ hello }");
        (await client.ReceiveAsync())!.ShouldContain("hello world");
    }

    [Fact]
    public async Task An_id_in_use_closes_with_4409()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("1", "subscription { silence }");
        await client.SubscribeAsync("1", "subscription { silence }");
        (await client.ReadToCloseAsync()).ShouldBe(4409);
        client.CloseReason.ShouldBe("Subscriber for 1 already exists");
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 0);
    }

    [Fact]
    public async Task A_client_that_completes_stops_the_source_hears_nothing_more_and_may_use_the_id_at_once()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("1", "subscription { silence }");
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 1);
        await client.CompleteAsync("1");
        await client.SubscribeAsync("1", "{ hello }");
        (await client.ReceiveAsync())!.ShouldContain("hello world");
        (await client.ReceiveAsync()).ShouldBe("""{"id":"1","type":"complete"}""");
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 0);
        await client.CompleteAsync("unknown");
        await client.SendAsync("""{"type":"ping"}""");
        (await client.ReceiveAsync()).ShouldBe("""{"type":"pong"}""");
    }

    [Fact]
    public async Task A_completed_query_is_cancelled()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("1", "{ slow }");
        await client.CompleteAsync("1");
        await client.SendAsync("""{"type":"ping"}""");
        (await client.ReceiveAsync()).ShouldBe("""{"type":"pong"}""");
    }

    [Fact]
    public async Task One_hundred_operations_run_at_once_and_the_next_is_refused_alone()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Sockets.KeepAliveInterval = null);
        using var client = await SocketClient.OpenAsync(host);
        for (var i = 0; i < 100; i++)
            await client.SubscribeAsync("s" + i, "subscription { silence }");
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 100);
        await client.SubscribeAsync("more", "subscription { silence }");
        var refusal = (await client.ReceiveAsync())!;
        refusal.ShouldStartWith("""{"id":"more","type":"error","payload":[""");
        refusal.ShouldContain("TOO_MANY_OPERATIONS");
        await client.CompleteAsync("s0");
        await client.SubscribeAsync("more", "{ hello }");
        (await client.ReceiveAsync())!.ShouldContain("hello world");
    }

    [Fact]
    public async Task An_event_comes_to_each_subscriber_under_the_id_it_chose()
    {
        await using var host = await GraphQLHost.StartAsync();
        string[] ids = ["1", "1", "another", "1", "another", "2"];
        var clients = new List<SocketClient>();
        foreach (var id in ids)
        {
            clients.Add(await SocketClient.OpenAsync(host));
            await clients[^1].SubscribeAsync(id, """subscription { news(topic: "a") }""");
        }

        await Eventually.BecomesAsync(() => host.Topics.SubscriberCount, ids.Length);
        foreach (var message in new[] { "first", "second" })
        {
            await host.Topics.SendAsync("news/a", message);
            for (var i = 0; i < ids.Length; i++)
                (await clients[i].ReceiveAsync()).ShouldBe($$$$"""{"id":"{{{{ids[i]}}}}","type":"next","payload":{"data":{"news":"a: {{{{message}}}}"}}}""");
        }

        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task Clients_that_vanish_leave_nothing()
    {
        await using var host = await GraphQLHost.StartAsync();
        var clients = new List<SocketClient>();
        for (var i = 0; i < 30; i++)
        {
            clients.Add(await SocketClient.OpenAsync(host));
            await clients[i].SubscribeAsync("1", "subscription { silence }");
            await clients[i].SubscribeAsync("2", """subscription { news(topic: "a") }""");
        }

        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 30);
        await Eventually.BecomesAsync(() => host.Topics.Count, 1);
        clients.ForEach(client => client.Abort());
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 0);
        await Eventually.BecomesAsync(() => host.Topics.Count, 0);
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task A_server_that_stops_completes_every_operation_and_closes_with_1001()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Sockets.KeepAliveInterval = null);
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("1", "subscription { silence }");
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 1);
        var stopping = host.StopAsync();
        (await client.ReceiveAsync()).ShouldBe("""{"id":"1","type":"complete"}""");
        (await client.ReadToCloseAsync()).ShouldBe((int)WebSocketCloseStatus.EndpointUnavailable);
        await client.CloseAsync();
        await stopping.WaitAsync(TimeSpan.FromSeconds(10));
        host.Touches.OpenSources.ShouldBe(0);
    }

    [Fact]
    public async Task A_server_stops_in_time_though_a_client_does_not_answer_the_closing_frame()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Sockets.CloseTimeout = TimeSpan.FromMilliseconds(300));
        using var client = await SocketClient.OpenAsync(host);
        await client.SubscribeAsync("1", "subscription { silence }");
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 1);
        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(10));
        host.Touches.OpenSources.ShouldBe(0);
    }

    [Fact]
    public async Task Messages_of_a_topic_reach_every_socket_in_order()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Sockets.KeepAliveInterval = null);
        using var first = await SocketClient.OpenAsync(host);
        using var second = await SocketClient.OpenAsync(host);
        await first.SubscribeAsync("1", """subscription { news(topic: "a") }""");
        await second.SubscribeAsync("1", """subscription { news(topic: "a") }""");
        await second.SubscribeAsync("2", """subscription { news(topic: "b") }""");
        await Eventually.BecomesAsync(() => host.Topics.SubscriberCount, 3);
        for (var i = 0; i < 20; i++)
            await host.Topics.SendAsync("news/a", "m" + i);
        await host.Topics.CompleteAsync("news/a");
        foreach (var client in new[] { first, second })
        {
            for (var i = 0; i < 20; i++)
                (await client.ReceiveAsync()).ShouldBe($$$$"""{"id":"1","type":"next","payload":{"data":{"news":"a: m{{{{i}}}}"}}}""");
            (await client.ReceiveAsync()).ShouldBe("""{"id":"1","type":"complete"}""");
        }
    }
}
