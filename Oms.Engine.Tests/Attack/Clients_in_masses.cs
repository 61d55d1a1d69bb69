using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.AspNetCore.Sockets;
using Oms.Engine.Tests.AspNetCore;
using Oms.Engine.Tests.AspNetCore.Sockets;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Attack;

/// <summary>Clients that open, hold and leave as many connections as they can.</summary>
public sealed class Clients_in_masses
{
    [Fact]
    public async Task An_address_has_so_many_sockets_and_gets_another_when_one_is_closed()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Sockets.MaxSocketsPerAddress = 3);
        var clients = new List<SocketClient>();
        for (var i = 0; i < 3; i++)
            clients.Add(await SocketClient.OpenAsync(host));

        (await Should.ThrowAsync<WebSocketException>(() => SocketClient.ConnectAsync(host))).Message.ShouldContain("429");
        using (var answered = await host.PostAsync("""{"query":"{ hello }"}"""))
            answered.StatusCode.ShouldBe(HttpStatusCode.OK);

        clients[0].Abort();
        await Eventually.BecomesAsync(() => TryOpenAsync(host), 1);
        clients.ForEach(c => c.Dispose());
    }

    [Fact]
    public async Task A_user_has_so_many_sockets_from_wherever_and_another_user_is_not_held_back()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Sockets.MaxSocketsPerUser = 2);
        using var first = await SocketClient.OpenAsync(host, ("x-user", "ann"));
        using var second = await SocketClient.OpenAsync(host, ("x-user", "ann"));
        using var third = await SocketClient.ConnectAsync(host, SocketClient.Subprotocol, ("x-user", "ann"));
        await third.SendAsync("""{"type":"connection_init"}""");
        (await third.ReadToCloseAsync()).ShouldBe(4403);
        third.CloseReason.ShouldBe("A user may have 2 sockets open");
        using var other = await SocketClient.OpenAsync(host, ("x-user", "bob"));

        first.Abort();
        await Eventually.BecomesAsync(() => TryOpenAsync(host, ("x-user", "ann")), 1);
    }

    [Fact]
    public async Task Event_streams_whose_clients_vanish_leave_nothing()
    {
        await using var host = await GraphQLHost.StartAsync();
        var connections = new List<TcpClient>();
        for (var i = 0; i < 50; i++)
            connections.Add(await BeginAsync(host, "GET /graphql?query=subscription{silence} HTTP/1.1\r\nHost: a\r\nAccept: text/event-stream\r\n\r\n"));
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 50);

        // With a reset, as from a machine that is switched off and comes back.
        connections.ForEach(c => c.Client.Close(0));

        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 0);
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_thousand_clients_that_came_and_went()
    {
        await using var host = await GraphQLHost.StartAsync(configure: graph => graph.AddSocketSessionInterceptor<Sessions>());
        for (var i = 0; i < 1000; i++)
        {
            using var client = await SocketClient.OpenAsync(host);
            await client.SubscribeAsync("1", $"subscription {{ news(topic: \"{i}\") }}");
            if (i % 2 == 0)
                client.Abort();
        }

        await Eventually.BecomesAsync(() => host.Topics.SubscriberCount, 0);
        var sessions = (Sessions)host.Services.GetRequiredService<ISocketSessionInterceptor>();
        sessions.Seen.Count.ShouldBe(1000);
        // The last few may still be on their way out.
        await Eventually.BecomesAsync(() => sessions.CountAlive() < 20 ? 1 : 0, 1);
    }

    [Fact]
    public async Task Half_sent_bodies_fill_no_more_than_their_budget_and_others_are_told_to_come_again()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.MaxBufferedRequestSize = 4 * 1024 * 1024);
        var connections = new List<TcpClient>();
        for (var i = 0; i < 3; i++)
        {
            var connection = await BeginAsync(host, "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 2000000\r\n\r\n");
            connections.Add(connection);
            await SendAsync(connection, 1_500_000);
        }

        var large = JsonSerializer.Serialize(new { query = "{ hello }", extensions = new { padding = new string('x', 1_900_000) } });
        await Eventually.BecomesAsync(() => StatusAsync(host, large), (int)HttpStatusCode.ServiceUnavailable);
        using (var refused = await host.PostAsync(large))
            refused.Headers.RetryAfter.ShouldNotBeNull();
        // What everybody sends is not touched by it.
        (await StatusAsync(host, """{"query":"{ hello }"}""")).ShouldBe(200);

        connections.ForEach(c => c.Client.Close(0));
        await Eventually.BecomesAsync(() => StatusAsync(host, large), 200);
    }

    [Fact]
    public async Task A_form_with_files_is_refused_before_it_is_read()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("""{"query":"mutation { touch }","variables":{"file":null}}"""), "operations" },
            { new StringContent("{\"0\":[\"variables.file\"]}"), "map" },
            { new ByteArrayContent(new byte[100_000]), "0", "../../etc/passwd" },
        };
        using var response = await host.Client.PostAsync("/graphql", form);
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        host.Touches.Count.ShouldBe(0);
    }

    private static async Task<int> TryOpenAsync(GraphQLHost host, params (string Name, string Value)[] headers)
    {
        try
        {
            using var client = await SocketClient.ConnectAsync(host, SocketClient.Subprotocol, headers);
            await client.SendAsync("""{"type":"connection_init"}""");
            return await client.ReceiveAsync() is null ? 0 : 1;
        }
        catch (WebSocketException)
        {
            return 0;
        }
    }

    private static async Task<int> StatusAsync(GraphQLHost host, string body)
    {
        using var response = await host.PostAsync(body);
        return (int)response.StatusCode;
    }

    private static async Task<TcpClient> BeginAsync(GraphQLHost host, string head)
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, host.Port);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        return connection;
    }

    private static async Task SendAsync(TcpClient connection, int length) => await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(new string(' ', length)));

    private sealed class Sessions : ISocketSessionInterceptor
    {
        public ConcurrentQueue<WeakReference> Seen { get; } = new();

        public ValueTask<ConnectionStatus> OnConnectAsync(SocketSession session, ConnectionInitPayload payload, CancellationToken cancellationToken)
        {
            Seen.Enqueue(new WeakReference(session));
            return ValueTask.FromResult(ConnectionStatus.Accept());
        }

        public int CountAlive()
        {
            GC.Collect();
            return Seen.Count(reference => reference.IsAlive);
        }
    }
}
