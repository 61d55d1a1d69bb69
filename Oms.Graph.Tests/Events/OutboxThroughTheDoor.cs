using System.Globalization;
using System.Text.Json;
using Oms.Engine.Tests;
using Oms.Graph.Tests.Door;
using Oms.Messaging.JetStream;
using Oms.Messaging.Nats;
using Oms.Messaging.Tests.Servers;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Events;

/// <summary>What an operator and another service see of the outbox: a real server, a real broker, and either of them dying.</summary>
public sealed class OutboxThroughTheDoor
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_committed_reaches_the_stream_whichever_of_the_two_is_away()
    {
        var port = NatsServerProcess.FreePort();
        await using var server = await ServerProcess.StartAsync(settings: new Dictionary<string, string> { ["Nats__Servers"] = $"nats://127.0.0.1:{port}" });
        var token = await server.TokenAsync("admin");
        await server.CreateBranchAsync(token, "before/the-broker");
        await Eventually.HoldsAsync(async () => (await OutboxAsync(server, token)) is { ValueKind: JsonValueKind.Object } target && target.GetProperty("lastError").ValueKind == JsonValueKind.String);

        await using var broker = await NatsServerProcess.StartAsync(port);
        await server.CreateBranchAsync(token, "with-the-broker");
        await Eventually.HoldsAsync(async () => (await OutboxAsync(server, token)).GetProperty("lag").GetInt64() == 0);
        await server.KillAsync();
        await server.RestartAsync();
        await server.CreateBranchAsync(token, "after-the-kill");
        await Eventually.HoldsAsync(async () => (await OutboxAsync(server, token)).GetProperty("lag").GetInt64() == 0);

        var messages = await ReadAsync(broker);
        messages.Select(m => m.Headers["ce-sequence"]).ShouldBe(Enumerable.Range(1, messages.Count).Select(i => i.ToString(CultureInfo.InvariantCulture)));
        messages.Select(m => m.Subject).ShouldBe(["oms.branch.created.main", "oms.branch.created.before/the-broker", "oms.branch.created.with-the-broker", "oms.branch.created.after-the-kill"]);
        var created = messages[1];
        (created.Headers["ce-specversion"], created.Headers["ce-type"], created.Headers["ce-source"], created.Headers["ce-author"])
            .ShouldBe(("1.0", "io.oms.branch.created", "/oms/before/the-broker", "tester"));
        JsonElement.Parse(created.Data.Span).GetProperty("name").GetString().ShouldBe("before/the-broker");
    }

    [Fact]
    public async Task Of_a_dead_letter_that_is_not_there_one_is_told()
    {
        await using var server = await ServerProcess.StartAsync();
        var token = await server.TokenAsync("admin");
        (await server.QueryAsync(token, "{ outbox { name } deadLetters { totalCount nodes { target } } }")).GetProperty("data").ToString()
            .ShouldBe("""{"outbox":[],"deadLetters":{"totalCount":0,"nodes":[]}}""");

        var answer = await server.QueryAsync(token, """mutation { discardDeadLetters(input: { target: "nats", sequences: [7], reason: "no" }) { count errors { ... on Error { code message } } } }""");
        answer.GetProperty("data").GetProperty("discardDeadLetters").ToString()
            .ShouldBe("""{"count":null,"errors":[{"code":"DEAD_LETTER_NOT_FOUND","message":"There is no dead letter of event 7 for 'nats'; `deadLetters` lists those there are."}]}""");
        var audit = await server.QueryAsync(token, """{ auditEntries { nodes { action success errorCode } } }""");
        audit.GetProperty("data").GetProperty("auditEntries").GetProperty("nodes")[0].ToString().ShouldBe("""{"action":"dead_letter.discard","success":false,"errorCode":"DEAD_LETTER_NOT_FOUND"}""");
    }

    /// <summary>Everything that is in the stream.</summary>
    internal static async Task<List<JetStreamMessage>> ReadAsync(NatsServerProcess broker)
    {
        await using var connection = await NatsConnection.ConnectAsync(broker.Options, Cancel);
        var consumer = await new JetStreamContext(connection).CreateConsumerAsync("OMS_EVENTS", new ConsumerConfiguration { DurableName = "test" }, Cancel);
        var read = new List<JetStreamMessage>();
        while (await consumer.FetchAsync(500, TimeSpan.FromSeconds(1), Cancel) is { Count: > 0 } page)
        {
            read.AddRange(page);
            foreach (var message in page)
                await message.AckAsync(Cancel);
        }

        return read;
    }

    private static async Task<JsonElement> OutboxAsync(ServerProcess server, string token)
    {
        var targets = (await server.QueryAsync(token, "{ outbox { name position lag lastError failures } }")).GetProperty("data").GetProperty("outbox");
        return targets.GetArrayLength() == 0 ? default : targets[0];
    }
}
