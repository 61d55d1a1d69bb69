using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Tests.AspNetCore.Uploads;
using Oms.Engine.Tests.Node;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.AspNetCore;

public sealed class Other_peoples_clients
{
    // The draft left the media type for these two to the server when it dropped its watershed (May 2025); ours is the newer one.
    private static readonly string[] Dropped = ["47DE", "80D8"];

    private readonly NodeFolder _clients = new("AspNetCore", "clients");

    [Fact]
    public async Task The_audits_of_graphql_http_find_nothing()
    {
        await using var host = await GraphQLHost.StartAsync();
        var audits = (await _clients.RunAsync("audit.mjs", $"http://127.0.0.1:{host.Port}/graphql")).Select(line => line.Split('\t')).ToArray();
        audits.Length.ShouldBeGreaterThan(50);
        audits.Where(audit => audit[0] != "ok").Select(audit => audit[1]).ShouldBe(Dropped, ignoreOrder: true);
    }

    [Fact]
    public async Task The_client_of_graphql_ws_understands_the_server()
    {
        await using var host = await GraphQLHost.StartAsync();
        (await _clients.RunAsync("socket.mjs", $"ws://127.0.0.1:{host.Port}/graphql")).ShouldBe(
        [
            """{"seen":[{"hello":"hello world"}],"completed":true}""",
            """{"seen":[],"errors":["HC0014"]}""",
            """{"seen":[{"count":1},{"count":2},{"count":3}],"completed":true}""",
        ]);
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 0);
    }

    [Fact]
    public async Task The_client_of_subscriptions_transport_ws_understands_the_server()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Sockets.KeepAliveInterval = TimeSpan.FromMilliseconds(100));
        (await _clients.RunAsync("legacy-socket.mjs", $"ws://127.0.0.1:{host.Port}/graphql")).ShouldBe(
        [
            """{"seen":[{"hello":"hello world"}],"completed":true}""",
            """{"seen":[],"errors":["HC0014"]}""",
            """{"seen":[{"count":1},{"count":2},{"count":3}],"completed":true}""",
            """{"connected":true,"reconnects":0}""",
        ]);
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 0);
    }

    [Fact]
    public async Task The_client_of_graphql_sse_understands_the_server()
    {
        await using var host = await StartAsync();
        (await _clients.RunAsync("sse.mjs", $"http://127.0.0.1:{host.Port}/graphql")).ShouldBe(
        [
            """{"seen":[{"hello":"hello world"}],"completed":true}""",
            """{"seen":[["HC0014"]],"completed":true}""",
            """{"seen":[{"count":1},{"count":2},{"count":3}],"completed":true}""",
            """{"seen":[{"hello":"hello world"},{"twice":8}],"completed":true}""",
        ]);
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 0);
    }

    [Fact]
    public async Task Apollo_Client_gets_its_data_also_in_parts()
    {
        await using var host = await StartAsync();
        (await _clients.RunAsync("apollo.mjs", $"http://127.0.0.1:{host.Port}/graphql")).ShouldBe(
        [
            """{"hello":"hello Apollo"}""",
            """{"touch":1}""",
            """["AUTH_NOT_AUTHENTICATED"]""",
            """{"state":"streaming","data":{"hello":"hello world"}}""",
            """{"state":"complete","data":{"hello":"hello world","twice":8}}""",
        ]);
    }

    [Fact]
    public async Task Apollo_Client_gets_its_data_in_parts_of_the_older_draft_too()
    {
        await using var host = await StartAsync();
        (await _clients.RunAsync("apollo-older.mjs", $"http://127.0.0.1:{host.Port}/graphql")).ShouldBe(
        [
            """{"state":"streaming","data":{"hello":"hello world"}}""",
            """{"state":"complete","data":{"hello":"hello world","twice":8}}""",
        ]);
    }

    [Fact]
    public async Task Apollo_Client_subscribes_over_HTTP()
    {
        await using var host = await GraphQLHost.StartAsync();
        (await _clients.RunAsync("apollo-events.mjs", $"http://127.0.0.1:{host.Port}/graphql")).ShouldBe(["""{"count":1}""", """{"count":2}""", """{"count":3}"""]);
    }

    [Fact]
    public async Task Apollo_upload_client_and_a_form_of_the_browser_s_kind_send_files()
    {
        await using var host = await UploadHost.StartAsync();
        (await _clients.RunAsync("upload.mjs", $"{host.Client.BaseAddress}graphql")).ShouldBe(
        [
            """{"describe":"größe.txt|text/plain|5"}""",
            """{"attach":"T: Beta,Gamma","readAll":["Beta"]}""",
            """{"hello":null}""",
            """{"data":{"size":100000}}""",
        ]);
    }

    [Theory]
    [InlineData("post")]
    [InlineData("get")]
    public async Task Urql_gets_its_data_also_in_parts(string method)
    {
        await using var host = await StartAsync();
        (await _clients.RunAsync("urql.mjs", $"http://127.0.0.1:{host.Port}/graphql", method)).ShouldBe(
        [
            """{"hello":"hello urql"}""",
            """{"touch":1}""",
            """["AUTH_NOT_AUTHENTICATED"]""",
            """{"hasNext":true,"data":{"hello":"hello world"}}""",
            """{"hasNext":false,"data":{"hello":"hello world","twice":8}}""",
        ]);
    }

    [Fact]
    public async Task What_the_compiler_of_Relay_makes_of_the_schema_runs()
    {
        await using var host = await GraphQLHost.StartAsync();
        (await _clients.RunAsync("relay.mjs", $"http://127.0.0.1:{host.Port}/graphql")).ShouldBe(
        [
            """{"twice":8,"hello":"hello Relay"}""",
            """{"touch":1}""",
            """["appQuery","appMutation"]""",
        ]);
    }

    private static Task<GraphQLHost> StartAsync() => GraphQLHost.StartAsync(configure: builder => builder.ModifyOptions(o => o.EnableDefer = o.EnableStream = true));
}
