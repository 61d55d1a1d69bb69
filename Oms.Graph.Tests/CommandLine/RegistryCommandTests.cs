using System.Text.Json;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.CommandLine;

/// <summary>What commands on a registry end with, and what they say to programs.</summary>
public sealed class RegistryCommandTests(SharedServer server) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task A_folder_that_is_not_there_ends_with_3_and_is_not_made()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"oms-none-{Guid.NewGuid():N}");
        var (code, _, error) = await ServerProcess.RunAsync("log", "--data", folder);
        code.ShouldBe(3);
        error.ShouldContain(folder);
        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_that_gives_no_answer_ends_with_3()
    {
        await using var stopped = await ServerProcess.StartAsync();
        await stopped.KillAsync();
        await File.WriteAllTextAsync(
            Path.Combine(stopped.Data, "server.json"), $$"""{"ProcessId":1,"Url":"http://127.0.0.1:{{ServerProcess.FreePort()}}"}""", TestContext.Current.CancellationToken);
        await using var owner = new FileStream(Path.Combine(stopped.Data, "owner.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        (await ServerProcess.RunAsync("log", "--data", stopped.Data)).Code.ShouldBe(3);
    }

    [Theory]
    [InlineData("diff", "main")]
    [InlineData("diff", "main..")]
    [InlineData("diff", "main..nowhere")]
    [InlineData("show", "Nothing")]
    [InlineData("log", "main@soon")]
    [InlineData("merge", "nowhere", "--dry-run")]
    [InlineData("merge", "main")]
    [InlineData("check")]
    [InlineData("check", "--against", "nowhere")]
    [InlineData("diff", "main...main")]
    [InlineData("show", "Nothing", "--at", "9.9.9")]
    [InlineData("check", "main", "main", "--against", "main")]
    [InlineData("check", "a", "b", "--import", "linkml")]
    [InlineData("check", "a", "b", "--import")]
    [InlineData("check", "a", "b", "--import", "graphql", "--plane", "foo")]
    [InlineData("log", "--limit", "0")]
    [InlineData("log", "--limit", "-3")]
    [InlineData("release", "1.0")]
    [InlineData("release", "--branch", "nowhere")]
    [InlineData("release", "--commit", "zzzz")]
    public async Task What_is_not_understood_or_not_there_ends_with_2(params string[] arguments) => (await RunAsync(arguments)).Code.ShouldBe(2);

    [Fact]
    public async Task A_merge_that_would_ask_ends_with_1_and_names_the_question_with_its_answers()
    {
        await server.BranchAsync("ask/ours");
        await server.CommitAsync("ask/ours", new { createObjectType = new { name = "Asked" } });
        await server.BranchFromAsync("ask/theirs", "ask/ours");
        await server.CommitAsync("ask/ours", new { rename = new { element = "Asked", name = "OneName" } });
        await server.CommitAsync("ask/theirs", new { rename = new { element = "Asked", name = "OtherName" } });

        var (code, output) = await RunAsync("merge", "ask/theirs", "--into", "ask/ours", "--dry-run");
        code.ShouldBe(1);
        output.ShouldContain("[OURS | THEIRS | BASE | VALUE]");
        output.ShouldContain("1 to answer");

        var (_, json) = await RunAsync("merge", "ask/theirs", "--into", "ask/ours", "--dry-run", "--format", "json");
        JsonElement.Parse(json).Number("report.openConflicts").ShouldBe(1);
    }

    [Fact]
    public async Task A_merge_that_the_rules_of_the_branch_forbid_ends_with_1_and_says_why()
    {
        await server.BranchAsync("kept");
        await server.CommitAsync("kept", new { createObjectType = new { name = "Kept" } });
        await server.BranchFromAsync("kept/next", "kept");
        await server.CommitAsync("kept/next", new { delete = new { element = "Kept" } });
        var set = await server.Server.QueryAsync(await server.Server.TokenAsync("admin"), """mutation { setBranchRules(input: { branch: "kept", compatibility: [{ mode: BACKWARD }], reason: "kept" }) { errors { ... on Error { message } } } }""");
        set.At("data.setBranchRules").IsNull("errors").ShouldBeTrue(set.ToString());

        var (code, json) = await RunAsync("merge", "kept/next", "--into", "kept", "--dry-run", "--format", "json");
        code.ShouldBe(1);
        JsonElement.Parse(json).Texts("refusals.code").ShouldBe(["COMPATIBILITY_BROKEN"]);

        (code, json) = await RunAsync("merge", "kept", "--into", "kept/next", "--dry-run", "--format", "json");
        code.ShouldBe(0);
        JsonElement.Parse(json).Texts("refusals.code").ShouldBe(["NOTHING_CHANGED"]);
    }

    [Fact]
    public async Task A_version_can_be_a_release()
    {
        await server.BranchAsync("released");
        await server.CommitAsync("released", new { createObjectType = new { name = "Released" } });
        var (_, made) = await RunAsync("release", "--branch", "released", "--format", "json");
        var version = JsonElement.Parse(made).Text("version")!;

        (await RunAsync("show", "Released", "--at", version)).Code.ShouldBe(0);
        (await RunAsync("diff", $"{version}..released")).Output.ShouldContain("no difference");
        (await RunAsync("check", "released", "--against", version)).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_version_can_be_a_moment_a_commit_or_the_first_digits_of_one()
    {
        await server.BranchAsync("moment");
        var first = await server.CommitAsync("moment", new { createObjectType = new { name = "Early" } });
        await Task.Delay(20, TestContext.Current.CancellationToken);
        var between = DateTimeOffset.UtcNow.ToString("O");
        await Task.Delay(20, TestContext.Current.CancellationToken);
        await server.CommitAsync("moment", new { createObjectType = new { name = "Late" } });

        foreach (var version in new[] { first, first[..8], $"moment@{between}" })
        {
            var log = JsonElement.Parse((await RunAsync("log", version, "--format", "json")).Output);
            log[0].Text("hash").ShouldBe(first, version);
            (await RunAsync("show", "Late", "--at", version)).Code.ShouldBe(2, version);
        }

        (await RunAsync("show", "Late", "--at", "moment")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_check_for_every_plane_tells_programs_each_finding()
    {
        await server.BranchAsync("checked");
        await server.CommitAsync("checked", new { createObjectType = new { name = "Gone" } });
        await server.BranchFromAsync("checked/next", "checked");
        await server.CommitAsync("checked/next", new { delete = new { element = "Gone" } });

        var (code, json) = await RunAsync("check", "checked/next", "--against", "checked", "--format", "json");
        code.ShouldBe(1);
        JsonElement.Parse(json).Texts("findings.plane").ShouldBe(["GRAPHQL", "OPENAPI", "INDEX", "ACTIONS", "SDK"], ignoreOrder: true);
        JsonElement.Parse(json).Texts("findings.fingerprint").Distinct().ShouldHaveSingleItem().ShouldStartWith("b-");
        (await RunAsync("check", "checked/next", "--against", "checked", "--fail-on", "none")).Code.ShouldBe(0);
        JsonElement.Parse((await RunAsync("check", "checked/next", "--against", "checked", "--format", "sarif")).Output).Text("version").ShouldBe("2.1.0");
    }

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var (code, output, error) = await ServerProcess.RunAsync([.. arguments, "--data", server.Server.Data]);
        error.ShouldNotContain("   at ");
        return (code, output);
    }
}
