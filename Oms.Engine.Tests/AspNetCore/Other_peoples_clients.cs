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
}
