using System.Text.Json;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Compatibility;

/// <summary>What changes of a branch have to keep, through the door.</summary>
public sealed class BranchRulesTests(SharedServer server) : IClassFixture<SharedServer>
{
    private const string Breaks = "... on CompatibilityBrokenError { count breaks { fingerprint rule path message planes mode direction since advice } }";

    [Fact]
    public async Task A_commit_that_breaks_a_promise_is_refused_with_its_fingerprint_until_the_break_is_accepted()
    {
        var person = await StartAsync("promise");
        await RulesAsync(new { branch = "promise", compatibility = new[] { new { mode = "BACKWARD" } }, planes = new[] { "GRAPHQL", "SDK" }, reason = "partners" });

        var rename = Commit("promise", new { rename = new { element = person, name = "HumanPromise" } });
        var refusal = await server.RefusalAsync("commit", rename, refusal: Breaks);
        refusal.Text("code").ShouldBe("COMPATIBILITY_BROKEN");
        refusal.Texts("breaks.rule").ShouldBe(["OBJECT_TYPE_RENAMED"]);
        refusal.At("breaks.0.planes").EnumerateArray().Select(p => p.GetString()).ShouldBe(["GRAPHQL", "SDK"]);
        refusal.Text("message")!.ShouldContain("acceptBreak");
        await server.CommitAsync("promise", new { createObjectType = new { name = "MorePromise" } });

        var fingerprint = refusal.Text("breaks.0.fingerprint");
        var expiresAt = DateTimeOffset.UtcNow.AddDays(2);
        (await server.AskAsync("developer", """mutation ($input: AcceptBreakInput!) { acceptBreak(input: $input) { errors { __typename } } }""", new { input = new { branch = "promise", fingerprint, expiresAt, reason = "no" } }))
            .Text("errors.0.extensions.code").ShouldBe("AUTH_NOT_AUTHORIZED");
        (await server.RefusedAsync("acceptBreak", new { branch = "promise", fingerprint, expiresAt = expiresAt.AddDays(900), reason = "long" }, "admin")).ShouldBe("VALUE_OUT_OF_RANGE");
        await server.DoAsync("acceptBreak", new { branch = "promise", fingerprint, expiresAt, reason = "agreed" }, "rules { accepted { by } }", "admin");
        await server.DoAsync("refuseBreak", new { branch = "promise", fingerprint, reason = "not yet" }, "rules { accepted { by } }", "admin");
        (await server.RefusedAsync("commit", rename)).ShouldBe("COMPATIBILITY_BROKEN");
        await server.DoAsync("acceptBreak", new { branch = "promise", fingerprint, expiresAt, reason = "agreed" }, "rules { accepted { by } }", "admin");
        await server.DoAsync("commit", rename, "commit { hash }");

        var read = await server.ReadAsync("""{ branch(name: "promise") { rules { compatibility { mode element } planes accepted { fingerprint by reason } graceDays naming { isEnforced } } } }""");
        read.Texts("branch.rules.accepted.by").ShouldBe(["admin"]);
        read.Text("branch.rules.compatibility.0.mode").ShouldBe("BACKWARD");
        var audit = await server.ReadAsync("""{ auditEntries(where: { targetId: { eq: "promise" } }, first: 50) { nodes { action success } } }""", role: "auditor");
        audit.Texts("auditEntries.nodes.action").Distinct().Order().ShouldBe(["branch.accept_break", "branch.create", "branch.refuse_break", "branch.set_rules", "commit.create"]);
    }

    [Fact]
    public async Task A_merge_and_its_dry_run_are_held_to_the_rules_of_the_branch_that_is_written()
    {
        var person = await StartAsync("gate");
        await server.BranchFromAsync("gate-side", "gate");
        await RulesAsync(new { branch = "gate", compatibility = new[] { new { mode = "FULL", kind = "OBJECT_TYPE" } }, reason = "partners" });
        await server.CommitAsync("gate-side", new { rename = new { element = person, name = "HumanGate" } });

        foreach (var (strategy, dryRun) in new[] { ("MERGE", true), ("MERGE", false), ("SQUASH", false), ("REBASE", false), ("FAST_FORWARD", false) })
            (await server.RefusedAsync("mergeBranch", new { into = "gate", from = "gate-side", strategy, message = "m", issues = new[] { "OMS-1" }, dryRun }, "admin"))
                .ShouldBe("COMPATIBILITY_BROKEN", strategy);
    }

    [Fact]
    public async Task Forward_what_is_added_passes_and_what_had_to_be_given_may_not_go()
    {
        var person = await StartAsync("forward");
        await RulesAsync(new { branch = "forward", compatibility = new[] { new { mode = "FORWARD" } }, reason = "servers are updated last" });
        object Property(string name, bool isRequired) => new { addProperty = new { element = person, property = new { name, isRequired, type = new { dataType = "string" } } } };
        await server.CommitAsync("forward", Property("nickname", false), Property("email", true));

        await server.CommitAsync("forward", new { removeMember = new { element = person, member = "nickname" } });
        var refusal = await server.RefusalAsync("commit", Commit("forward", new { removeMember = new { element = person, member = "email" } }), refusal: Breaks);
        (refusal.Text("breaks.0.rule"), refusal.Text("breaks.0.direction"), refusal.Text("breaks.0.message"))
            .ShouldBe(("PROPERTY_REMOVED", "FORWARD", "The property PersonForward.email was removed"));
    }

    [Fact]
    public async Task What_goes_has_to_be_deprecated_first()
    {
        var person = await StartAsync("grace");
        await RulesAsync(new { branch = "grace", graceDays = 0, reason = "deprecate first" });
        var delete = Commit("grace", new { delete = new { element = person } });

        (await server.RefusalAsync("commit", delete, refusal: Breaks)).Texts("breaks.rule").ShouldBe(["DELETED_WITHOUT_DEPRECATION"]);
        await server.CommitAsync("grace", new { deprecate = new { element = person, reason = "old" } });
        await server.DoAsync("commit", delete, "commit { hash }");
    }

    [Fact]
    public async Task A_transitive_mode_asks_about_releases_too_and_not_about_pre_releases()
    {
        var person = await StartAsync("trans");
        await server.DoAsync("createRelease", new { branch = "trans", version = "70.0.0" }, "release { version }", "admin");
        await server.CommitAsync("trans", new { rename = new { element = person, name = "HumanTrans" } });
        await server.DoAsync("createRelease", new { branch = "trans", preRelease = "rc" }, "release { version }", "admin");
        await server.CommitAsync("trans", new { rename = new { element = person, name = "IndividualTrans" } });
        await RulesAsync(new { branch = "trans", compatibility = new[] { new { mode = "BACKWARD_TRANSITIVE" } }, reason = "partners" });

        var refusal = await server.RefusalAsync("commit", Commit("trans", new { rename = new { element = person, name = "SomebodyTrans" } }), refusal: Breaks);
        refusal.At("breaks").EnumerateArray().Select(b => b.Text("since")).ShouldBe([null, "70.0.0"]);
    }

    [Fact]
    public async Task A_convention_is_told_or_enforced()
    {
        await StartAsync("names");
        object Rules(bool isEnforced) => new
        {
            branch = "names", reason = "house style",
            naming = new { isEnforced, elements = new[] { new { kind = "OBJECT_TYPE", rule = new { pattern = "PASCAL_CASE", requiredSuffixes = new[] { "Entity" } } } } },
        };
        await RulesAsync(Rules(false));
        var told = await server.DoAsync("commit", Commit("names", new { createObjectType = new { name = "ToldNames" } }), "findings { ruleId suggestion }");
        told.Texts("findings.ruleId").ShouldBe(["required_suffix"]);

        await RulesAsync(Rules(true));
        var refusal = await server.RefusalAsync(
            "commit", Commit("names", new { createObjectType = new { name = "RefusedNames" } }), refusal: "... on NamingViolatedError { findings { suggestion } }");
        (refusal.Text("code"), refusal.Text("findings.0.suggestion")).ShouldBe(("NAMING_VIOLATED", "RefusedNamesEntity"));
        (await server.RefusedAsync("setBranchRules", Rules(true), "admin")).ShouldBe("NOTHING_CHANGED");
        (await server.RefusedAsync("setBranchRules", new { branch = "names", compatibility = new[] { new { mode = "FULL", element = "no such" } }, reason = "x" }, "admin")).ShouldBe("MALFORMED_INPUT");
        (await server.RefusedAsync("setBranchRules", new { branch = "nowhere", reason = "x" }, "admin")).ShouldBe("BRANCH_NOT_FOUND");
    }

    private async Task<string> StartAsync(string branch)
    {
        await server.BranchAsync(branch);
        var payload = await server.DoAsync("commit", Commit(branch, new { createObjectType = new { name = "Person" + char.ToUpperInvariant(branch[0]) + branch[1..] } }), "results { element }");
        return payload.Text("results.0.element")!;
    }

    private Task<JsonElement> RulesAsync(object input) => server.DoAsync("setBranchRules", input, "rules { graceDays }", "admin");

    private static object Commit(string branch, params object[] operations) => new { branch, message = "test", issues = new[] { "OMS-1" }, operations };
}
