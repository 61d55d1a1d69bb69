using Oms.Engine.Tests;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Indexing;

/// <summary>A builder at work: the branch is written while its index is built, and the index in use changes in one step or not at all.</summary>
public sealed class ShadowIndexThroughTheDoor(SharedServer server) : IClassFixture<SharedServer>
{
    private const string Shadow = "shadow { id state percent error } lock { fencingToken }";

    [Fact]
    public async Task An_index_is_built_beside_the_one_in_use_and_switched_to()
    {
        await server.BranchAsync("shadowed");
        var begun = await DoAsync("startShadowBuild", new { branch = "shadowed", type = "SEARCH_INDEX", kinds = new[] { "OBJECT_TYPE" } });
        var shadow = begun.Text("shadow.id");
        (await DoAsync("reportShadowBuild", new { branch = "shadowed", shadow, percent = 30 })).Text("shadow.state").ShouldBe("BUILDING");
        await server.CommitAsync("shadowed", new { createInterface = new { name = "INamed" } });
        await DoAsync("completeShadowBuild", new { branch = "shadowed", shadow, records = 0, sizeBytes = 5000 });
        (await RefusedAsync("switchShadowIndex", new { branch = "shadowed", shadow })).ShouldBe("SHADOW_CHECKS_FAILED");
        (await RefusedAsync("switchShadowIndex", new { branch = "shadowed", shadow, force = true })).ShouldBe("AUTH_NOT_AUTHORIZED");
        await DoAsync("failShadowBuild", new { branch = "shadowed", shadow, reason = "empty" });
        await DoAsync("retryShadowBuild", new { branch = "shadowed", shadow, reason = "again" });
        await DoAsync("reportShadowBuild", new { branch = "shadowed", shadow, percent = 99 });
        await DoAsync("completeShadowBuild", new { branch = "shadowed", shadow, records = 12, sizeBytes = 5000, isIntact = true, location = "/indexes/2" });

        var switching = await DoAsync("switchShadowIndex", new { branch = "shadowed", shadow });
        switching.Text("shadow.state").ShouldBe("SWITCHING");
        var fencingToken = switching.Number("lock.fencingToken");
        var write = new { branch = "shadowed", message = "m", issues = new[] { "OMS-1" }, operations = new object[] { new { createObjectType = new { name = "Late" } } } };
        (await server.RefusedAsync("commit", write)).ShouldBe("BRANCH_LOCKED");
        (await DoAsync("confirmShadowSwitch", new { branch = "shadowed", shadow, fencingToken, isVerified = false, message = "no answer" })).Text("shadow.state").ShouldBe("BUILT");
        fencingToken = (await DoAsync("switchShadowIndex", new { branch = "shadowed", shadow })).Number("lock.fencingToken");
        (await DoAsync("confirmShadowSwitch", new { branch = "shadowed", shadow, fencingToken, isVerified = true })).Text("shadow.state").ShouldBe("ACTIVE");

        var branch = (await server.ReadAsync("""{ branch(name: "shadowed") { state indexes { kind indexing isCurrent } shadowIndexes { id state forced location retries } } }""")).At("branch");
        (branch.Text("state"), branch.Text("indexes.0.indexing"), branch.Text("shadowIndexes.0.location"), branch.Number("shadowIndexes.0.retries")).ShouldBe(("READY", shadow, "/indexes/2", 1));
        var audit = (await server.ReadAsync("""{ auditEntries(first: 50, where: { branch: { eq: "shadowed" }, targetType: { eq: "shadow_index" }, success: { eq: true } }) { nodes { action } } }""", role: "auditor")).Texts("auditEntries.nodes.action");
        audit.Select(a => a["shadow_index.".Length..]).Reverse().ShouldBe(["start", "build", "complete", "fail", "retry", "build", "complete", "switch", "roll_back", "switch", "activate"]);
        (await DoAsync("startShadowBuild", new { branch = "shadowed", type = "SEARCH_INDEX" })).Text("shadow.state").ShouldBe("PREPARING");
        (await RefusedAsync("startShadowBuild", new { branch = "shadowed", type = "SEARCH_INDEX" })).ShouldBe("SHADOW_BUILD_RUNNING");
    }

    [Fact]
    public async Task A_switch_that_nobody_confirms_is_rolled_back_by_time()
    {
        await server.BranchAsync("shadow-late");
        var shadow = (await DoAsync("startShadowBuild", new { branch = "shadow-late", type = "GRAPH_INDEX", kinds = new[] { "LINK_TYPE" } })).Text("shadow.id");
        await DoAsync("reportShadowBuild", new { branch = "shadow-late", shadow, percent = 1 });
        await DoAsync("completeShadowBuild", new { branch = "shadow-late", shadow, records = 1, sizeBytes = 1024, isIntact = true });
        var fencingToken = (await DoAsync("switchShadowIndex", new { branch = "shadow-late", shadow })).Number("lock.fencingToken");

        await Eventually.HoldsAsync(async () => (await server.ReadAsync("""{ branch(name: "shadow-late") { shadowIndexes { state } } }""")).Text("branch.shadowIndexes.0.state") == "BUILT");
        (await RefusedAsync("confirmShadowSwitch", new { branch = "shadow-late", shadow, fencingToken, isVerified = true })).ShouldBe("SHADOW_TRANSITION_REFUSED");
    }

    private async Task<System.Text.Json.JsonElement> DoAsync(string field, object input)
    {
        var payload = await ChangeAsync(field, input);
        payload.IsNull("errors").ShouldBeTrue(payload.ToString());
        return payload;
    }

    private async Task<string> RefusedAsync(string field, object input) => (await ChangeAsync(field, input)).Text("errors.0.code")!;

    private async Task<System.Text.Json.JsonElement> ChangeAsync(string field, object input)
    {
        var type = field is "failShadowBuild" or "retryShadowBuild" or "cancelShadowBuild" ? "EndShadowBuildInput" : char.ToUpperInvariant(field[0]) + field[1..] + "Input";
        var answer = await server.AskAsync("service_account", $"mutation ($input: {type}!) {{ {field}(input: $input) {{ {Shadow} errors {{ ... on Error {{ code message }} }} }} }}", new { input });
        answer.TryGetProperty("errors", out _).ShouldBeFalse(answer.ToString());
        return answer.At($"data.{field}");
    }
}
