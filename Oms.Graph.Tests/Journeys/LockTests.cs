using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Journeys;

/// <summary>Locks, the states of branches, and what may be done in each.</summary>
public sealed class LockTests(SharedServer server) : IClassFixture<SharedServer>
{
    private const string State = "branch { state previousState stateReason stateChangedBy lock { holder reason fencingToken expiresAt issue { id } } }";

    [Fact]
    public async Task A_locked_branch_is_written_by_its_holder_only_until_the_lock_is_ended()
    {
        await server.BranchAsync("locked");
        var taken = await server.DoAsync("lockBranch", new { branch = "locked", reason = "migrating", ttlSeconds = 600, issue = "OMS-7" }, State + " lock { fencingToken expiresAt }", user: "bob");
        taken.Text("branch.state").ShouldBe("LOCKED_FOR_WRITE");
        taken.Text("branch.lock.holder").ShouldBe("bob");
        taken.Text("branch.lock.issue.id").ShouldBe("OMS-7");
        var fence = taken.Number("lock.fencingToken");

        var refusal = await server.RefusalAsync(
            "commit", Create("locked", "ByAnn"), user: "ann", refusal: "... on BranchLockedError { branch holder reason expiresAt alternatives }");
        refusal.Text("code").ShouldBe("BRANCH_LOCKED");
        refusal.Text("holder").ShouldBe("bob");
        refusal.Text("reason").ShouldBe("migrating");
        refusal.Text("expiresAt").ShouldBe(taken.Text("lock.expiresAt"));
        refusal.At("alternatives").GetArrayLength().ShouldBeGreaterThan(0);

        (await server.RefusedAsync("commit", Create("locked", "ByBob"), user: "bob")).ShouldBe("FENCING_TOKEN_STALE", "the holder shows the token");
        await server.DoAsync("commit", Create("locked", "ByBob", fence), "commit { hash }", user: "bob");
        (await server.RefusedAsync("commit", Create("locked", "ByAnn", fence), user: "ann")).ShouldBe("BRANCH_LOCKED", "a token does not make a holder");
        (await server.RefusedAsync("lockBranch", new { branch = "locked", reason = "mine" }, user: "ann")).ShouldBe("BRANCH_LOCKED");
        (await server.RefusedAsync("unlockBranch", new { branch = "locked", fencingToken = fence }, user: "ann")).ShouldBe("LOCK_NOT_YOURS");
        (await server.RefusedAsync("archiveBranch", new { branch = "locked", reason = "over" }, user: "ann")).ShouldBe("BRANCH_LOCKED");
        await server.DoAsync("extendLock", new { branch = "locked", fencingToken = fence, ttlSeconds = 700 }, State, user: "bob");

        var freed = await server.DoAsync("forceUnlockBranch", new { branch = "locked", reason = "bob is away" }, State, role: "admin");
        freed.Text("branch.state").ShouldBe("ACTIVE");
        freed.Text("branch.stateReason").ShouldBe("bob is away");
        freed.IsNull("branch.lock").ShouldBeTrue();
        (await server.RefusedAsync("commit", Create("locked", "Late", fence), user: "bob")).ShouldBe("FENCING_TOKEN_STALE");

        var again = await server.DoAsync("lockBranch", new { branch = "locked", reason = "again" }, "lock { fencingToken }", user: "bob");
        again.Number("lock.fencingToken").ShouldBeGreaterThan(fence);
        (await server.RefusedAsync("unlockBranch", new { branch = "locked", fencingToken = fence }, user: "bob")).ShouldBe("FENCING_TOKEN_STALE");
        await server.DoAsync("unlockBranch", new { branch = "locked", fencingToken = again.Number("lock.fencingToken") }, State, user: "bob");
        await server.CommitAsync("locked", new { createObjectType = new { name = "Free" } });
    }

    [Fact]
    public async Task A_lock_of_a_kind_leaves_the_rest_writable_and_its_holder_is_heard_of()
    {
        await server.BranchAsync("parts");
        var taken = await server.DoAsync(
            "lockBranch",
            new { branch = "parts", reason = "moving links", type = "MIGRATION", scopes = new[] { new { kind = "LINK_TYPE" }, new { kind = "OBJECT_TYPE" } }, heartbeatSeconds = 600 },
            "branch { state lock { id } locks { id type scopes { kind element } } } lock { id fencingToken }",
            user: "bob");
        var fence = taken.Number("lock.fencingToken");
        taken.Text("branch.state").ShouldBe("ACTIVE");
        taken.IsNull("branch.lock").ShouldBeTrue();
        taken.Texts("branch.locks.scopes.kind").ShouldBe(["LINK_TYPE", "OBJECT_TYPE"]);
        (await server.DoAsync("heartbeatLock", new { branch = "parts", fencingToken = fence, progress = new { percent = 40, message = "half of them" } }, "lock { progress { percent } lastHeartbeat deadline }", user: "bob"))
            .Number("lock.progress.percent").ShouldBe(40);

        var refusal = await server.RefusalAsync("commit", Create("parts", "Kept"), user: "ann", refusal: "... on BranchLockedError { type scopes { kind } progress { percent message } writableKinds alternatives }");
        refusal.Text("type").ShouldBe("MIGRATION");
        refusal.Number("progress.percent").ShouldBe(40);
        refusal.Texts("writableKinds").ShouldContain("STRUCT_TYPE");
        refusal.Texts("writableKinds").ShouldNotContain("OBJECT_TYPE");
        await server.CommitAsync("parts", new { createInterface = new { name = "Named" } });
        (await server.RefusedAsync("lockBranch", new { branch = "parts", reason = "mine", scopes = new[] { new { element = "ot-any" } } }, user: "ann")).ShouldBe("BRANCH_LOCKED");
        (await server.RefusedAsync("lockBranch", new { branch = "parts", reason = "mine", scopes = Array.Empty<object>() }, user: "ann")).ShouldBe("VALUE_OUT_OF_RANGE");
        (await server.RefusedAsync("lockBranch", new { branch = "parts", reason = "mine", scopes = new[] { new { element = "Person" } } }, user: "ann")).ShouldBe("UNKNOWN_REFERENCE");
        (await server.RefusedAsync("unlockBranch", new { branch = "parts", fencingToken = fence, scopes = new[] { new { kind = "INTERFACE" } } }, user: "bob")).ShouldBe("LOCK_SCOPE_NOT_HELD");
        await server.DoAsync("unlockBranch", new { branch = "parts", fencingToken = fence, scopes = new[] { new { kind = "OBJECT_TYPE" } } }, "branch { state }", user: "bob");
        await server.CommitAsync("parts", new { createObjectType = new { name = "Kept" } });
        await server.DoAsync("forceUnlockBranch", new { branch = "parts", reason = "enough", @lock = taken.Text("lock.id") }, "branch { locks { id } }", role: "admin");
        (await server.RefusedAsync("heartbeatLock", new { branch = "parts", fencingToken = fence }, user: "bob")).ShouldBe("BRANCH_NOT_LOCKED");
    }

    [Fact]
    public async Task A_lock_ends_by_time_even_when_nobody_looks()
    {
        await server.BranchAsync("leased");
        var taken = await server.DoAsync("lockBranch", new { branch = "leased", reason = "short", ttlSeconds = 60 }, "lock { fencingToken expiresAt }", user: "bob");
        var end = DateTimeOffset.Parse(taken.Text("lock.expiresAt")!, System.Globalization.CultureInfo.InvariantCulture);
        await Task.Delay(end - DateTimeOffset.UtcNow - TimeSpan.FromSeconds(2));
        (await server.RefusedAsync("commit", Create("leased", "TooEarly"))).ShouldBe("BRANCH_LOCKED");
        await Task.Delay(end - DateTimeOffset.UtcNow + TimeSpan.FromSeconds(5));
        var audit = await server.ReadAsync("""{ auditEntries(where: { branch: { eq: "leased" }, actor: { eq: "system" } }) { nodes { action actor { subject } } } }""", role: "auditor");
        audit.Texts("auditEntries.nodes.action").ShouldBe(["lock.expire"]);
        var branch = await server.ReadAsync("""{ branch(name: "leased") { state lock { holder } } }""");
        branch.Text("branch.state").ShouldBe("ACTIVE");
        (await server.RefusedAsync("commit", Create("leased", "Late", taken.Number("lock.fencingToken")), user: "bob")).ShouldBe("FENCING_TOKEN_STALE");
        await server.CommitAsync("leased", new { createObjectType = new { name = "Free" } });
    }

    [Theory]
    [InlineData(59)]
    [InlineData(604_801)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public async Task A_lock_lasts_a_minute_to_a_week(int seconds)
    {
        var refusal = await server.RefusalAsync("lockBranch", new { branch = "main", reason = "r", ttlSeconds = seconds }, role: "admin", refusal: "... on ValueOutOfRangeError { minimum maximum actual }");
        refusal.Number("minimum").ShouldBe(60);
        refusal.Number("maximum").ShouldBe(604_800);
        refusal.Number("actual").ShouldBe(seconds);
    }

    [Fact]
    public async Task An_archived_branch_is_read_and_never_written_again()
    {
        await server.BranchAsync("old");
        await server.CommitAsync("old", new { createObjectType = new { name = "Kept" } });
        (await server.DoAsync("archiveBranch", new { branch = "old", reason = "merged by hand" }, State)).Text("branch.state").ShouldBe("ARCHIVED");
        (await server.RefusedAsync("commit", Create("old", "More"))).ShouldBe("BRANCH_NOT_WRITABLE");
        var refusal = await server.RefusalAsync("setBranchState", new { branch = "old", state = "ACTIVE", reason = "back" }, role: "admin", refusal: "... on TransitionRefusedError { from to allowed }");
        refusal.Text("code").ShouldBe("TRANSITION_REFUSED");
        refusal.Text("from").ShouldBe("ARCHIVED");
        refusal.At("allowed").GetArrayLength().ShouldBe(0);
        refusal.Text("message")!.ShouldContain("ARCHIVED");
        (await server.RefusedAsync("archiveBranch", new { branch = "old", reason = "again" })).ShouldBe("TRANSITION_REFUSED");
        (await server.RefusedAsync("createBranch", new { name = "old" })).ShouldBe("BRANCH_EXISTS");
        (await server.ReadAsync("""{ ontology(branch: "old") { objectType(name: "Kept") { name } } }""")).Text("ontology.objectType.name").ShouldBe("Kept");
        await server.DoAsync("createBranch", new { name = "old-again", from = new { branch = "old" } }, "branch { name }");
    }

    [Fact]
    public async Task Administrators_set_states_and_protection()
    {
        await server.BranchAsync("stated");
        (await server.DoAsync("setBranchState", new { branch = "stated", state = "ERROR", reason = "index broken" }, State, role: "admin")).Text("branch.previousState").ShouldBe("ACTIVE");
        (await server.RefusedAsync("commit", Create("stated", "Thing"))).ShouldBe("BRANCH_NOT_WRITABLE");
        (await server.RefusedAsync("setBranchState", new { branch = "stated", state = "LOCKED_FOR_WRITE", reason = "no lock" }, role: "admin")).ShouldBe("TRANSITION_REFUSED");
        await server.DoAsync("setBranchState", new { branch = "stated", state = "ACTIVE", reason = "mended" }, State, role: "admin");
        await server.CommitAsync("stated", new { createObjectType = new { name = "Thing" } });
        await server.DoAsync("protectBranch", new { branch = "stated", reason = "released" }, "branch { isProtected }", role: "admin");
        (await server.RefusedAsync("commit", Create("stated", "More"))).ShouldBe("BRANCH_PROTECTED");
        (await server.RefusedAsync("protectBranch", new { branch = "stated", reason = "twice" }, role: "admin")).ShouldBe("NOTHING_CHANGED");
        await server.DoAsync("protectBranch", new { branch = "stated", isProtected = false, reason = "open" }, "branch { isProtected }", role: "admin");
        await server.DoAsync("commit", Create("stated", "More"), "commit { hash }");
        (await server.RefusedAsync("archiveBranch", new { branch = "main", reason = "never" }, role: "admin")).ShouldBe("BRANCH_PROTECTED");
    }

    [Theory]
    [InlineData("", "BRANCH_NAME_INVALID")]
    [InlineData("a b", "BRANCH_NAME_INVALID")]
    [InlineData("../etc", "BRANCH_NAME_INVALID")]
    [InlineData("가지", "BRANCH_NAME_INVALID")]
    [InlineData("main", "BRANCH_EXISTS")]
    public async Task A_branch_has_a_plain_name_of_its_own(string name, string code) =>
        (await server.RefusedAsync("createBranch", new { name })).ShouldBe(code);

    [Fact]
    public async Task A_branch_starts_somewhere_that_is()
    {
        (await server.RefusedAsync("createBranch", new { name = "from-nowhere", from = new { branch = "nowhere" } })).ShouldBe("BRANCH_NOT_FOUND");
        (await server.RefusedAsync("createBranch", new { name = "from-nowhere", from = new { commit = "ffff" } })).ShouldBe("COMMIT_NOT_FOUND");
        (await server.ReadAsync("""{ branch(name: "from-nowhere") { name } }""")).IsNull("branch").ShouldBeTrue();
    }

    private static object Create(string branch, string name, long? fencingToken = null) =>
        new { branch, message = "m", issues = new[] { "OMS-1" }, fencingToken, operations = new[] { new { createObjectType = new { name } } } };
}
