using FsCheck;
using FsCheck.Fluent;
using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Issues;
using Oms.Domain.Locks;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Given;

namespace Oms.Domain.Tests.Locks;

public class LockScopeTests
{
    private static readonly ElementId Person = ElementId.Trusted("ot-person");
    private static readonly LockScope Types = LockScope.Of(ElementKind.ObjectType);

    [Fact]
    public void One_rule_of_containment_holds_both_ways()
    {
        LockScope[] all = [LockScope.Branch, Types, LockScope.Of(ElementKind.LinkType), LockScope.Of(Person), LockScope.Of(ElementId.Trusted("ot-place"))];
        // Written by hand: row and column in the order above.
        string[] overlaps = ["11111", "11011", "10100", "11010", "11001"];
        for (var i = 0; i < all.Length; i++)
            for (var j = 0; j < all.Length; j++)
                all[i].Overlaps(all[j]).ShouldBe(overlaps[i][j] == '1', $"{all[i]} and {all[j]}");
    }

    [Fact]
    public void A_lock_of_a_part_leaves_the_branch_active_and_the_rest_writable()
    {
        var branch = Take(Branch(), "bob", Types).After();

        branch.State.ShouldBe(BranchState.Active);
        branch.Lock.ShouldBeNull();
        Write(branch, "ann", null, "lt-knows").ShouldBeNull();
        var refusal = Write(branch, "ann", null, "lt-knows", "ot-person").ShouldBeOfType<BranchLocked>();
        refusal.Scopes.ShouldHaveSingleItem().ShouldBe(Types);
        refusal.WritableKinds.ShouldNotContain(ElementKind.ObjectType);
        refusal.WritableKinds.Length.ShouldBe(7);
        refusal.Alternatives[0].ShouldContain("every object type");
        Write(branch, "bob", branch.Locks[0].FencingToken, "ot-person", "lt-knows").ShouldBeNull();
        Write(branch, "bob", null, "ot-person").ShouldBeOfType<FencingTokenStale>();
        Write(branch, "ann", branch.Locks[0].FencingToken, "lt-knows").ShouldBeOfType<FencingTokenStale>("a token that is not yours is a mistake");
    }

    [Fact]
    public void Several_locks_that_do_not_overlap_stand_side_by_side()
    {
        var first = Take(Branch(), "bob", LockScope.Of(Person)).After();
        var second = Take(first, "ann", LockScope.Of(ElementKind.LinkType)).After();

        second.Locks.Select(l => l.FencingToken).ShouldBe([1, 2]);
        Take(second, "eve", Types).ShouldBeRefused<BranchLocked>().Holder.ShouldBe("bob");
        Take(second, "eve", LockScope.Branch).ShouldBeRefused<BranchLocked>();
        Take(second, "bob", LockScope.Of(Person)).ShouldBeRefused<BranchLocked>();
        Take(second, "eve", LockScope.Of(ElementKind.ActionType)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void Parts_of_a_lock_are_given_back_under_the_same_token()
    {
        var branch = Take(Branch(), "bob", Types, LockScope.Of(ElementKind.LinkType)).After();

        var change = new UnlockBranch(1) { Scopes = [Types] }.Decide(By(Role.Developer, "bob"), branch).ShouldBeAccepted();
        var narrowed = change.Branches[0].Branch;
        narrowed.Locks.ShouldHaveSingleItem().Scopes.ShouldBe([LockScope.Of(ElementKind.LinkType)]);
        change.Types().ShouldBe([EventTypes.LockNarrowed]);
        Write(narrowed, "ann", null, "ot-person").ShouldBeNull();
        new UnlockBranch(1) { Scopes = [Types] }.Decide(By(Role.Developer, "bob"), narrowed).ShouldBeRefused<LockScopeNotHeld>();
        new UnlockBranch(1) { Scopes = [LockScope.Of(ElementKind.LinkType)] }.Decide(By(Role.Developer, "bob"), narrowed).After().Locks.ShouldBeEmpty();
    }

    [Fact]
    public void Scopes_inside_another_are_left_out() =>
        Take(Branch(), "bob", LockScope.Of(Person), Types).After().Locks[0].Scopes.ShouldBe([Types]);

    [Fact]
    public void Three_heartbeats_in_silence_end_a_lock()
    {
        var taken = (LockBranch("bob", Types) with { HeartbeatInterval = TimeSpan.FromSeconds(10) }).Decide(By(Role.Developer, "bob"), Branch(), IssuePolicy.Default).After();
        var beaten = new HeartbeatLock(1, new LockProgress(40, "halfway"), Noon.AddMinutes(2)).Decide(By(Role.Developer, "bob", Noon.AddSeconds(29)), taken).After();

        beaten.Locks[0].Progress.ShouldBe(new LockProgress(40, "halfway"));
        LockExpiry.IsDue(taken, Noon.AddSeconds(30)).ShouldBeTrue();
        LockExpiry.IsDue(beaten, Noon.AddSeconds(58)).ShouldBeFalse();
        LockExpiry.Decide(By(Role.Viewer, at: Noon.AddSeconds(59)), beaten)!.Audit[0].Reason.ShouldBe("bob was not heard of for 3 heartbeats");
        new HeartbeatLock(1, null, null).Decide(By(Role.Developer, "bob", Noon.AddSeconds(59)), beaten).ShouldBeRefused<BranchNotLocked>();
        new HeartbeatLock(1, new LockProgress(101, ""), null).Decide(By(Role.Developer, "bob", Noon.AddSeconds(30)), beaten).ShouldBeRefused<ValueOutOfRange>();
        new HeartbeatLock(1, null, null).Decide(By(Role.Developer, "ann", Noon.AddSeconds(30)), beaten).ShouldBeRefused<LockNotYours>();
        var refusal = Write(beaten, "ann", null, "ot-person").ShouldBeOfType<BranchLocked>();
        refusal.Progress.ShouldBe(new LockProgress(40, "halfway"));
        refusal.RetryAfterSeconds.ShouldBe(120);
        refusal.Message.ShouldContain("40 % done");
    }

    [Theory]
    [InlineData(LockType.Migration, BranchState.Error)]
    [InlineData(LockType.Indexing, BranchState.Active)]
    [InlineData(LockType.Backup, BranchState.Active)]
    [InlineData(LockType.Maintenance, BranchState.Active)]
    [InlineData(LockType.Manual, BranchState.Active)]
    public void What_a_dead_holder_leaves_depends_on_what_it_did(LockType type, BranchState after)
    {
        var taken = (LockBranch("bob") with { Type = type }).Decide(By(Role.Admin, "bob"), Branch(state: BranchState.Ready), IssuePolicy.Default).After();

        var ended = LockExpiry.Decide(By(Role.Viewer, at: Noon.AddDays(8)), taken)!.Branches[0].Branch;
        ended.State.ShouldBe(after);
        ended.Locks.ShouldBeEmpty();
    }

    [Fact]
    public void An_indexers_lock_asks_for_its_right() =>
        (LockBranch("bob") with { Type = LockType.Indexing }).Decide(By(Role.Developer, "bob"), Branch(), IssuePolicy.Default)
            .ShouldBeRefused<NotAuthorized>().Right.ShouldBe("indexing:report");

    [Fact]
    public void A_branch_that_was_stored_with_its_only_lock_is_read()
    {
        var branch = CanonicalJson.Read<Branch>(System.Text.Encoding.UTF8.GetBytes(
            CanonicalJson.Literal(Branch()).Text.Replace(
                "\"name\":",
                "'lock':{'acquiredAt':'2026-03-01T12:00:00+00:00','expiresAt':'2026-03-01T13:00:00+00:00','fencingToken':3,'holder':'bob','id':'l','reason':'r'},'name':".Replace('\'', '"'),
                StringComparison.Ordinal)));

        branch.Lock.ShouldNotBeNull().Holder.ShouldBe("bob");
        CanonicalJson.Read<Branch>(CanonicalJson.Write(branch)).Lock!.Holder.ShouldBe("bob");
        CanonicalJson.Literal(branch).Text.ShouldNotContain("\"lock\":");
    }

    /// <summary>Random takings, releases, heartbeats and waits by three people on the parts of a branch.</summary>
    [Fact]
    public void Two_holders_never_overlap_nobody_writes_in_anothers_lease_and_time_makes_nothing_ready() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), Play).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static void Play(byte[] script)
    {
        LockScope[] scopes = [LockScope.Branch, Types, LockScope.Of(ElementKind.LinkType), LockScope.Of(Person), LockScope.Of(ElementId.Trusted("lt-knows"))];
        string[] people = ["ann", "bob", "eve"];
        var (branch, now) = (Branch(), Noon);
        foreach (var step in script)
        {
            var (who, scope, what) = (people[step % 3], scopes[step / 3 % 5], step / 15);
            now += what % 5 == 4 ? TimeSpan.FromMinutes(what) : TimeSpan.Zero;
            var before = branch;
            var context = By(Role.Admin, who, now);
            var token = branch.Locks.FirstOrDefault(l => l.Holder == who)?.FencingToken ?? 99;
            var result = (what % 5) switch
            {
                0 => (LockBranch(who, scope) with { Ttl = TimeSpan.FromMinutes(10), Type = (LockType)(step % 5) }).Decide(context, branch, IssuePolicy.Default),
                1 => new UnlockBranch(token).Decide(context, branch),
                2 => new HeartbeatLock(token, null, null).Decide(context, branch),
                3 => new ForceUnlock("stuck", null).Decide(context, branch),
                _ => LockExpiry.Decide(context, branch) is { } expired ? expired : new BranchNotLocked("x"),
            };
            if (!result.IsOk)
                continue;
            branch = result.After();
            branch.State.ShouldNotBe(BranchState.Ready);
            (branch.State == BranchState.LockedForWrite).ShouldBe(branch.Lock is not null);
            branch.LastFencingToken.ShouldBeGreaterThanOrEqualTo(before.LastFencingToken);
            Overlapping(branch).ShouldBeFalse();
            foreach (var held in branch.Locks)
                foreach (var part in held.Scopes)
                    Write(branch, held.Holder + "-not", null, part.Element?.Value ?? (part.Kind == ElementKind.LinkType ? "lt-any" : "ot-any")).ShouldNotBeNull();
        }
    }

    private static bool Overlapping(Branch branch) => branch.Locks.Any(a => branch.Locks.Any(b => a.Id != b.Id && a.Scopes.Any(b.Covers)));

    private static LockBranch LockBranch(string who, params LockScope[] scopes) => new($"{who} works", null, null) { Scopes = [.. scopes] };

    private static Result<Domain.Storage.Change> Take(Branch branch, string who, params LockScope[] scopes) =>
        LockBranch(who, scopes).Decide(By(Role.Developer, who), branch, IssuePolicy.Default);

    private static Refusal? Write(Branch branch, string who, long? token, params string[] elements) => WriteAccess.Check(
        By(Role.Developer, who),
        branch,
        token,
        [.. elements.Select(e => new ElementChange(ElementId.Trusted(e), ChangeOperation.Update, e, FirstCommit, FirstCommit))]);
}
