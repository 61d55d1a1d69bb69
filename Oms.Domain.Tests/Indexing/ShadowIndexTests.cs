using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Indexing;
using Oms.Domain.Issues;
using Oms.Domain.Locks;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Given;

namespace Oms.Domain.Tests.Indexing;

public class ShadowIndexTests
{
    private static readonly ObjectHash NextCommit = ObjectHash.Of("next"u8);

    // Written down by hand from domain.md 2.4, with the way back from a switch.
    private static readonly (ShadowState From, ShadowState To)[] Allowed =
    [
        (ShadowState.Preparing, ShadowState.Building), (ShadowState.Building, ShadowState.Built), (ShadowState.Built, ShadowState.Switching),
        (ShadowState.Switching, ShadowState.Active), (ShadowState.Active, ShadowState.Cleanup), (ShadowState.Switching, ShadowState.Built),
        (ShadowState.Preparing, ShadowState.Failed), (ShadowState.Building, ShadowState.Failed), (ShadowState.Built, ShadowState.Failed), (ShadowState.Switching, ShadowState.Failed),
        (ShadowState.Failed, ShadowState.Preparing), (ShadowState.Failed, ShadowState.Cancelled),
        (ShadowState.Preparing, ShadowState.Cancelled), (ShadowState.Building, ShadowState.Cancelled), (ShadowState.Built, ShadowState.Cancelled),
    ];

    [Fact]
    public void Exactly_these_moves_are_allowed()
    {
        foreach (var from in Enum.GetValues<ShadowState>())
            foreach (var to in Enum.GetValues<ShadowState>())
                ShadowTransitions.IsAllowed(from, to).ShouldBe(Allowed.Contains((from, to)), $"{from} to {to}");
    }

    [Fact]
    public void From_nothing_to_in_use_the_branch_is_locked_for_the_switch_only()
    {
        var built = Built(Branch());
        built.Locks.ShouldBeEmpty();
        var change = new SwitchShadowIndex(IdOf(built), false).Decide(Funnel(), built, IssuePolicy.Default).ShouldBeAccepted();
        var switching = change.Branches[0].Branch;
        switching.State.ShouldBe(BranchState.Active);
        switching.Locks.ShouldHaveSingleItem().ExpiresAt.ShouldBe(Noon.AddSeconds(10));
        switching.Shadows[0].State.ShouldBe(ShadowState.Switching);

        var done = Confirm(switching, true).ShouldBeAccepted();
        var after = done.Branches[0].Branch;
        (after.State, after.Shadows[0].State, after.Locks.Length).ShouldBe((BranchState.Ready, ShadowState.Active, 0));
        after.Indexes.ShouldHaveSingleItem().ShouldBe(new IndexState
        {
            Kind = ElementKind.ObjectType, Commit = FirstCommit, CurrentAt = FirstCommit, IndexingId = IdOf(built), CompletedAt = Noon, CompletedBy = "funnel", Records = 10, SizeBytes = 4096,
        });
        done.Events.Select(e => e.Type).ShouldContain(EventTypes.IndexSwitched);
    }

    [Fact]
    public void The_one_before_is_cleaned_up_and_kept_for_a_day()
    {
        var first = After(Confirm(Switched(Built(Branch())), true));
        var second = After(Confirm(Switched(Built(first)), true));
        second.Shadows.Select(s => s.State).ShouldBe([ShadowState.Cleanup, ShadowState.Active]);

        var later = new StartShadowBuild(ShadowIndexType.GraphIndex, [], SwitchStrategy.AtomicRename).Decide(Funnel(Noon.AddHours(25)), second);
        After(later).Shadows.Select(s => s.State).ShouldBe([ShadowState.Active, ShadowState.Preparing]);
    }

    [Theory]
    [InlineData(0, 4096, true, ShadowCheck.RecordCountValidation)]
    [InlineData(10, 1023, true, ShadowCheck.SizeComparison)]
    [InlineData(10, 4096, false, ShadowCheck.IntegrityCheck)]
    [InlineData(10, 4096, null, ShadowCheck.IntegrityCheck)]
    public void What_does_not_pass_is_not_switched_to_but_by_force(long records, long size, bool? isIntact, ShadowCheck failing)
    {
        var built = Built(Branch(), records, size, isIntact);

        var refused = new SwitchShadowIndex(IdOf(built), false).Decide(Funnel(), built, IssuePolicy.Default);
        refused.ShouldBeRefused<ShadowChecksFailed>().Checks.ShouldBe([failing]);
        new SwitchShadowIndex(IdOf(built), true).Decide(Funnel(), built, IssuePolicy.Default).ShouldBeRefused<NotAuthorized>();
        After(new SwitchShadowIndex(IdOf(built), true).Decide(By(Role.Admin), built, IssuePolicy.Default)).Shadows[0].Forced.ShouldBe([failing]);
    }

    [Theory]
    [InlineData(2048, true)]
    [InlineData(6144, true)]
    [InlineData(2047, false)]
    [InlineData(6145, false)]
    public void The_size_differs_by_half_at_most(long size, bool passes)
    {
        var built = Built(After(Confirm(Switched(Built(Branch())), true)), size: size);

        new SwitchShadowIndex(built.Shadows[^1].Id, false).Decide(Funnel(), built, IssuePolicy.Default).IsOk.ShouldBe(passes);
    }

    [Fact]
    public void A_switch_that_is_not_verified_or_not_confirmed_in_time_or_broken_is_rolled_back()
    {
        var switching = Switched(Built(Branch()));

        RolledBack(After(Confirm(switching, false)));
        RolledBack(LockExpiry.Decide(Funnel(Noon.AddSeconds(10)), switching).ShouldNotBeNull().Branches[0].Branch);
        RolledBack(After(new ForceUnlock("no").Decide(By(Role.Admin), switching)));
        Confirm(switching, true, Noon.AddSeconds(10)).ShouldBeRefused<ShadowTransitionRefused>().From.ShouldBe(ShadowState.Built);
        Confirm(switching, true, token: 99).ShouldBeRefused<FencingTokenStale>();
        new EndShadowBuild(IdOf(switching), ShadowState.Failed, "x").Decide(Funnel(), switching).ShouldBeRefused<ShadowTransitionRefused>();

        static void RolledBack(Branch branch)
        {
            (branch.Shadows[0].State, branch.Shadows[0].LockId, branch.Locks.Length, branch.Indexes.Length).ShouldBe((ShadowState.Built, null, 0, 0));
            branch.Shadows[0].Error.ShouldNotBeNull().ShouldStartWith("the switch was rolled back");
        }
    }

    [Fact]
    public void What_changed_while_it_was_built_is_not_ready()
    {
        var built = Built(Branch());

        After(Confirm(Switched(built.WithHead(NextCommit, [Changed("lt-knows")])), true)).State.ShouldBe(BranchState.Ready);
        var stale = After(Confirm(Switched(built.WithHead(NextCommit, [Changed("ot-person")])), true));
        stale.State.ShouldBe(BranchState.Active);
        stale.Indexes[0].CurrentAt.ShouldBe(FirstCommit);
    }

    [Fact]
    public void A_failed_build_is_tried_again_three_times()
    {
        var branch = Begun(Branch());
        for (var i = 0; i < ShadowIndex.MaxRetries; i++)
            branch = After(new EndShadowBuild(IdOf(branch), ShadowState.Preparing, "again").Decide(Funnel(), After(new EndShadowBuild(IdOf(branch), ShadowState.Failed, "disk").Decide(Funnel(), branch))));
        branch = After(new EndShadowBuild(IdOf(branch), ShadowState.Failed, "disk").Decide(Funnel(), branch));
        new EndShadowBuild(IdOf(branch), ShadowState.Preparing, "again").Decide(Funnel(), branch).ShouldBeRefused<LimitExceeded>();
        After(new EndShadowBuild(IdOf(branch), ShadowState.Cancelled, "enough").Decide(Funnel(), branch)).Shadows[0].State.ShouldBe(ShadowState.Cancelled);
    }

    [Fact]
    public void One_of_a_type_and_three_in_all_are_built_at_once_and_a_silent_one_is_given_up()
    {
        var branch = Begun(Branch());
        new StartShadowBuild(ShadowIndexType.SearchIndex, [], SwitchStrategy.AtomicRename).Decide(Funnel(), branch).ShouldBeRefused<ShadowBuildRunning>();
        branch = Begun(Begun(branch, ShadowIndexType.GraphIndex, 10), ShadowIndexType.SchemaIndex, 20);
        new StartShadowBuild(ShadowIndexType.ValidationIndex, [], SwitchStrategy.AtomicRename).Decide(Funnel(), branch).ShouldBeRefused<LimitExceeded>();

        var later = After(new StartShadowBuild(ShadowIndexType.SearchIndex, [], SwitchStrategy.AtomicRename).Decide(Funnel(Noon.AddHours(7)), branch));
        later.Shadows.Count(s => s.State == ShadowState.Cancelled).ShouldBe(3);
    }

    [Fact]
    public void Another_builds_its_own()
    {
        var branch = Begun(Branch());

        new ReportShadowBuild(IdOf(branch), 10).Decide(By(Role.ServiceAccount, "other"), branch).ShouldBeRefused<LockNotYours>();
        new ReportShadowBuild(IdOf(branch), 10).Decide(By(Role.Developer, "funnel"), branch).ShouldBeRefused<NotAuthorized>();
        new ReportShadowBuild("none", 10).Decide(Funnel(), branch).ShouldBeRefused<ShadowNotFound>();
        new ReportShadowBuild(IdOf(branch), 101).Decide(Funnel(), branch).ShouldBeRefused<ValueOutOfRange>();
    }

    private static CommandContext Funnel(DateTimeOffset? at = null) => By(Role.ServiceAccount, "funnel", at);

    private static Branch Begun(Branch branch, ShadowIndexType type = ShadowIndexType.SearchIndex, int seed = 0)
    {
        // Ids of their own, for a context gives the same ones again.
        var context = Funnel() with { NewId = Counter(branch.Shadows.Length + seed + 1) };
        return After(new StartShadowBuild(type, [ElementKind.ObjectType], SwitchStrategy.AtomicRename).Decide(context, branch));
    }

    private static Func<Guid> Counter(int seed)
    {
        var last = 0;
        return () => new Guid(++last, (short)seed, 0, new byte[8]);
    }

    private static Branch Built(Branch branch, long records = 10, long size = 4096, bool? isIntact = true)
    {
        var building = After(new ReportShadowBuild(IdOf(Begun(branch)), 50).Decide(Funnel(), Begun(branch)));
        return After(new CompleteShadowBuild(IdOf(building), records, size, isIntact, "/indexes/2").Decide(Funnel(), building));
    }

    private static Branch Switched(Branch built) => After(new SwitchShadowIndex(IdOf(built), false).Decide(Funnel() with { NewId = Counter(77 + built.Shadows.Length) }, built, IssuePolicy.Default));

    private static Result<Change> Confirm(Branch switching, bool isVerified, DateTimeOffset? at = null, long? token = null) =>
        new ConfirmShadowSwitch(IdOf(switching), token ?? switching.Locks[0].FencingToken, isVerified, null).Decide(Funnel(at), switching);

    private static string IdOf(Branch branch) => branch.Shadows[^1].Id;

    private static Branch After(Result<Change> result) => result.ShouldBeAccepted().Branches[0].Branch;

    private static ElementChange Changed(string id) => new(ElementId.Trusted(id), ChangeOperation.Update, id, FirstCommit, FirstCommit);
}
