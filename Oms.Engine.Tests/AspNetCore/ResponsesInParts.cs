using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Tests.AspNetCore.Sockets;
using Oms.Engine.Tests.Execution.Incremental;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.AspNetCore;

public sealed class ResponsesInParts
{
    private const string Body = """{"query":"{ hello ... @defer { twice(number: 4) } }"}""";
    private const string First = """{"data":{"hello":"hello world"},"pending":[{"id":"0","path":[]}],"hasNext":true}""";
    private const string Second = """{"incremental":[{"id":"0","data":{"twice":8}}],"completed":[{"id":"0"}],"hasNext":false}""";

    [Theory]
    [InlineData("multipart/mixed")]
    [InlineData("multipart/mixed, application/json")]
    [InlineData("application/json, multipart/mixed;q=0.5")]
    [InlineData("*/*")]
    [InlineData(null)]
    public async Task They_are_parts_of_a_multipart_body(string? accept)
    {
        await using var host = await StartAsync();
        using var response = await host.PostAsync(Body, accept);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe("multipart/mixed; boundary=\"-\"");
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            $"\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{First}\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{Second}\r\n-----\r\n");
    }

    [Fact]
    public async Task They_are_server_sent_events()
    {
        await using var host = await StartAsync();
        using var response = await host.PostAsync(Body, "text/event-stream");
        (await response.Content.ReadAsStringAsync()).ShouldBe($":\n\nevent: next\ndata: {First}\n\nevent: next\ndata: {Second}\n\nevent: complete\ndata:\n\n");
    }

    [Theory]
    [InlineData("multipart/mixed; incrementalSpec=v0.1", true)]
    [InlineData("multipart/mixed; incrementalSpec=\"v0.1\", application/json", true)]
    [InlineData("multipart/mixed;deferSpec=20220824, application/graphql-response+json, application/json;q=0.9", true)]
    [InlineData("text/event-stream; incrementalSpec=v0.1", true)]
    [InlineData("application/jsonl; incrementalSpec=v0.1", true)]
    [InlineData("multipart/mixed; incrementalSpec=v0.2", false)]
    [InlineData("multipart/mixed; incrementalSpec=v7", false)]
    [InlineData("multipart/mixed, text/event-stream; incrementalSpec=v0.1", false)]
    public async Task A_client_says_which_draft_it_reads(string accept, bool isOlder)
    {
        await using var host = await StartAsync();
        using var response = await host.PostAsync(Body, accept);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        body.Contains("\"pending\"", StringComparison.Ordinal).ShouldBe(!isOlder);
        body.Contains("""{"incremental":[{"path":[],"data":{"twice":8}}],"hasNext":false}""", StringComparison.Ordinal).ShouldBe(isOlder);
    }

    [Fact]
    public async Task They_are_messages_of_a_socket()
    {
        await using var host = await StartAsync();
        using var client = await SocketClient.OpenAsync(host);
        await client.SendAsync("""{"id":"1","type":"subscribe","payload":""" + Body + "}");
        (await client.ReceiveAsync()).ShouldBe("""{"id":"1","type":"next","payload":""" + First + "}");
        (await client.ReceiveAsync()).ShouldBe("""{"id":"1","type":"next","payload":""" + Second + "}");
        (await client.ReceiveAsync()).ShouldBe("""{"id":"1","type":"complete"}""");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task A_client_that_takes_JSON_only_gets_one_response(string accept)
    {
        await using var host = await StartAsync();
        using var response = await host.PostAsync(Body, accept);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(accept);
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"data":{"hello":"hello world","twice":8}}""");
    }

    [Fact]
    public async Task A_response_without_parts_is_plain_JSON_where_that_is_accepted()
    {
        await using var host = await StartAsync();
        using var plain = await host.PostAsync("""{"query":"{ hello }"}""", "multipart/mixed, application/json");
        plain.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        using var only = await host.PostAsync("""{"query":"{ hello }"}""", "multipart/mixed");
        (await only.Content.ReadAsStringAsync()).ShouldBe(
            "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{\"data\":{\"hello\":\"hello world\"}}\r\n-----\r\n");
    }

    [Fact]
    public async Task A_subscription_can_be_multipart_too()
    {
        await using var host = await StartAsync();
        using var response = await host.PostAsync("""{"query":"subscription { count(to: 1) }"}""", "multipart/mixed");
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{\"data\":{\"count\":1}}\r\n-----\r\n");
    }

    [Fact]
    public async Task A_client_that_leaves_ends_the_source()
    {
        var parts = new PartsSchema();
        await using var host = await GraphQLHost.StartAsync(configure: builder =>
        {
            builder.Services.AddSingleton(parts);
            builder.AddDocumentFromString("extend type Query { ticks: [Int!]! }")
                .AddResolver("Query", "ticks", (CancellationToken cancellationToken) => PartsSchema.Queries.GetTicks(parts, cancellationToken))
                .ModifyOptions(o => o.EnableStream = true);
        });
        using (var response = await host.PostAsync("""{"query":"{ ticks @stream(initialCount: 3) }"}"""))
            await Eventually.BecomesAsync(() => parts.OpenSources, 1);
        await Eventually.BecomesAsync(() => parts.OpenSources, 0);
    }

    private static Task<GraphQLHost> StartAsync() => GraphQLHost.StartAsync(configure: builder => builder.ModifyOptions(o => o.EnableDefer = o.EnableStream = true));
}
