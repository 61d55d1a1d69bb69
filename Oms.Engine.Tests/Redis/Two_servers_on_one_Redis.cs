using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.PersistedOperations;
using Oms.Engine.Subscriptions;
using Oms.Engine.Tests.AspNetCore;
using Oms.Engine.Tests.AspNetCore.Sockets;
using Shouldly;
using StackExchange.Redis;
using Xunit;

namespace Oms.Engine.Tests.Redis;

public sealed class Two_servers_on_one_Redis : IAsyncLifetime
{
    private const string Hello = "query Hello { hello }";
    private readonly List<ConnectionMultiplexer> _connections = [];
    private RedisServerProcess _server = null!;

    public async ValueTask InitializeAsync() => _server = await RedisServerProcess.StartAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
            connection.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Hear_of_each_others_events()
    {
        await using var one = await HostAsync(null);
        await using var two = await HostAsync(null);
        using var socket = await SocketClient.OpenAsync(two);
        await socket.SubscribeAsync("1", "subscription { news(topic: \"a\") }");
        await Eventually.BecomesAsync(() => (int)Subscribers("news/a"), 1);

        await one.Services.GetRequiredService<ITopicEventSender>().SendAsync("news/a", "from the other");

        (await socket.ReceiveAsync()).ShouldNotBeNull().ShouldContain("a: from the other");
    }

    [Fact]
    public async Task Share_the_documents_that_clients_bring_along_until_these_expire()
    {
        await using var one = await HostAsync(TimeSpan.FromMilliseconds(400));
        await using var two = await HostAsync(TimeSpan.FromMilliseconds(400));
        var hash = OperationDocumentId.Of(System.Text.Encoding.UTF8.GetBytes(Hello)).Value;
        (await AskAsync(two, null, hash)).ShouldContain("PersistedQueryNotFound");
        (await AskAsync(one, Hello, hash)).ShouldContain("hello world");
        (await AskAsync(two, null, hash)).ShouldContain("hello world");

        await Task.Delay(600);

        await using var three = await HostAsync(null);
        (await AskAsync(three, null, hash)).ShouldContain("PersistedQueryNotFound");
    }

    [Fact]
    public async Task Serve_the_documents_that_their_owner_has_set_and_no_others()
    {
        await using var host = await HostAsync(null, trusted: true);
        await _connections[0].GetDatabase().StringSetAsync("graphql:document:hello-1", Hello);
        (await AskAsync(host, null, "hello-1")).ShouldContain("hello world");
        (await AskAsync(host, null, "hello-2")).ShouldContain(PersistedOperationErrorCodes.NotFound);
        (await AskAsync(host, Hello, null)).ShouldContain(PersistedOperationErrorCodes.OnlyPersisted);
    }

    [Fact]
    public async Task Serve_clients_that_bring_their_documents_while_Redis_is_away()
    {
        await using var host = await HostAsync(null);
        await using var trusted = await HostAsync(null, trusted: true);
        var hash = OperationDocumentId.Of(System.Text.Encoding.UTF8.GetBytes(Hello)).Value;
        await _server.KillAsync();

        (await AskAsync(host, null, hash)).ShouldContain("PersistedQueryNotFound");
        (await AskAsync(host, Hello, hash)).ShouldContain("hello world");
        (await AskAsync(host, null, hash)).ShouldContain("hello world");
        // Nobody is told that a document is not there when nobody has looked.
        (await AskAsync(trusted, null, "hello-1")).ShouldContain(PersistedOperationErrorCodes.StorageUnavailable);
    }

    private async Task<GraphQLHost> HostAsync(TimeSpan? expiration, bool trusted = false)
    {
        var connection = await _server.ConnectAsync();
        _connections.Add(connection);
        return await GraphQLHost.StartAsync(configure: graph =>
        {
            graph.Services.AddSingleton<IConnectionMultiplexer>(connection);
            graph.AddRedisSubscriptions().AddRedisOperationDocumentStorage(expiration);
            if (trusted)
                graph.UsePersistedOperationPipeline().ModifyRequestOptions(o => o.PersistedOperations.OnlyAllowPersistedDocuments = true);
            else
                graph.UseAutomaticPersistedOperationPipeline();
        });
    }

    private long Subscribers(string channel) =>
        _connections[0].GetServer(_connections[0].GetEndPoints()[0]).SubscriptionSubscriberCount(channel);

    private static async Task<string> AskAsync(GraphQLHost host, string? document, string? id)
    {
        var request = new Dictionary<string, object?>();
        if (document is not null)
            request["query"] = document;
        if (id is not null && document is null)
            request["documentId"] = id;
        else if (id is not null)
            request["extensions"] = new { persistedQuery = new { version = 1, sha256Hash = id } };
        using var response = await host.PostAsync(JsonSerializer.Serialize(request));
        response.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.ServiceUnavailable);
        return await response.Content.ReadAsStringAsync();
    }
}
