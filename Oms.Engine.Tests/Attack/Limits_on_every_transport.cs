using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.AspNetCore;
using Oms.Engine.Tests.AspNetCore;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Attack;

/// <summary>What a limit refuses to a <c>POST</c> it refuses to every other way in.</summary>
public sealed class Limits_on_every_transport
{
    private const string Sdl = "type Query { n: N many(first: Int): [N] @listSize(slicingArguments: [\"first\"], slicingArgumentDefaultValue: 1) } type N { n: N x: Int }";

    [Theory]
    [InlineData("{ ...F } fragment F on Query { n { n { n { n { n { x } } } } } }", "null", "HC0087")]
    [InlineData("{ a:n{x} b:n{x} c:n{x} d:n{x} ...F } fragment F on Query { e:n{x} f:n{x} g:n{x} h:n{x} }", "null", "MAX_ALIASES")]
    [InlineData("query ($f: Int) { many(first: $f) { x } }", "{\"f\":5000}", "HC0047")]
    [InlineData("{ __schema { types { name } } }", "null", "HC0046")]
    public async Task The_same_document_is_refused_with_the_same_code(string document, string variables, string code)
    {
        await using var host = await SchemaHost.StartAsync(Sdl, graph => graph
            .UseAutomaticPersistedOperationPipeline()
            .DisableIntrospection()
            .AddUploadType()
            .ModifyRequestLimits(limits => limits with { MaxAllowedAliases = 7 })
            .ModifyServerOptions(o => o.Batching = AllowedBatching.RequestBatching));
        var request = $$"""{"query":{{JsonSerializer.Serialize(document)}},"variables":{{variables}}}""";
        (await TextAsync(host, request)).ShouldContain(code);
        (await TextAsync(host, request, ("Accept", "text/event-stream"))).ShouldContain(code);
        (await TextAsync(host, request, ("Accept", "multipart/mixed"))).ShouldContain(code);
        (await TextAsync(host, request, ("Accept", "application/jsonl"))).ShouldContain(code);
        (await TextAsync(host, $"[{request}]")).ShouldContain(code);
        (await AsFormAsync(host, request)).ShouldContain(code);
        (await host.Client.GetStringOfAsync($"/graphql?query={Uri.EscapeDataString(document)}&variables={Uri.EscapeDataString(variables)}")).ShouldContain(code);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
        (await TextAsync(host, request[..^1] + ",\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}}")).ShouldContain(code);
        (await OverSocketAsync(host, request, "graphql-transport-ws", "subscribe")).ShouldContain(code);
        (await OverSocketAsync(host, request, "graphql-ws", "start")).ShouldContain(code);
    }

    private static async Task<string> TextAsync(SchemaHost host, string body, params (string Name, string Value)[] headers)
    {
        using var response = await host.PostAsync(body, headers);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<string> AsFormAsync(SchemaHost host, string request)
    {
        using var form = new MultipartFormDataContent { { new StringContent(request), "operations" }, { new StringContent("{}"), "map" } };
        form.Headers.Add("GraphQL-Preflight", "1");
        using var response = await host.Client.PostAsync("/graphql", form);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<string> OverSocketAsync(SchemaHost host, string request, string subprotocol, string type)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(subprotocol);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await socket.ConnectAsync(new Uri($"ws://{host.Client.BaseAddress!.Authority}/graphql"), patience.Token);
        await SendAsync("""{"type":"connection_init"}""");
        await ReceiveAsync();
        await SendAsync($$"""{"id":"1","type":"{{type}}","payload":{{request}}}""");
        string message;
        do
            message = await ReceiveAsync();
        while (message.Contains("\"ping\"", StringComparison.Ordinal) || message.Contains("\"ka\"", StringComparison.Ordinal));
        return message;

        Task SendAsync(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, patience.Token);

        async Task<string> ReceiveAsync()
        {
            var buffer = new byte[64 * 1024];
            var received = await socket.ReceiveAsync(buffer, patience.Token);
            return Encoding.UTF8.GetString(buffer, 0, received.Count);
        }
    }
}
