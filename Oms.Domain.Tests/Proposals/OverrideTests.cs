using Oms.Domain.Access;
using Oms.Domain.History;
using Oms.Domain.Merging;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Proposals;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;

namespace Oms.Domain.Tests.Proposals;

public class OverrideTests
{
    private const string Reason = "Production is down, and this rename is what brings it back up.";

    [Fact]
    public void A_short_reason_is_none() =>
        new RequestOverride(new string('x', 49)).Decide(Given.By(Role.Developer), Proposed.Loaded()).ShouldBeRefused<ValueOutOfRange>();

    [Theory]
    [InlineData("dan")]
    [InlineData("ada")]
    [InlineData("eve")]
    public void Who_asks_or_made_the_proposal_or_its_commits_does_not_give_it(string subject) =>
        new ApproveOverride().Decide(Given.By(Role.Admin, subject), Asked()).ShouldBeRefused<OverrideNotUsable>().Problem.ShouldBe(OverrideProblem.SamePerson);

    [Fact]
    public void It_stands_for_approvals_once_and_is_audited_by_its_own_action()
    {
        var given = GivenTo(Asked());
        var merged = Merge(given).ShouldBeAccepted();

        merged.Actions().ShouldContain("proposal.override");
        var entry = merged.Audit.Single(a => a.Action == "proposal.override");
        entry.Reason.ShouldBe(Reason);
        entry.After!.Text.ShouldContain("\"approvedBy\":\"gil\"");
        var after = merged.Written();
        (after.Status, after.Merge!.IsOverridden, after.Override!.UsedAt).ShouldBe((ProposalStatus.Merged, true, Given.Noon));
    }

    [Fact]
    public void It_is_used_only_where_it_is_asked_for() => Merge(GivenTo(Asked()), use: false).ShouldBeRefused<ProposalNotMergeable>();

    [Fact]
    public void What_was_not_asked_for_not_given_used_over_or_meant_for_another_content_is_refused()
    {
        Problem(Proposed.Loaded()).ShouldBe(OverrideProblem.NotRequested);
        Problem(Asked()).ShouldBe(OverrideProblem.NotApproved);
        var given = GivenTo(Asked());
        Problem(given, Given.Noon.AddHours(24)).ShouldBe(OverrideProblem.Expired);
        Problem(given with { Proposal = given.Proposal with { Override = given.Proposal.Override! with { UsedAt = Given.Noon } } }).ShouldBe(OverrideProblem.Used);
        Problem(Proposed.Over(given.Proposal, Proposed.Base.After(new AddMember(Proposed.Person, Text("other"))))).ShouldBe(OverrideProblem.OtherContent);
    }

    [Fact]
    public void Nothing_stands_for_open_questions()
    {
        var facts = MergeabilityTests.Facts(GivenTo(Asked()));
        facts = facts with { Checks = [.. facts.Checks.Select(c => c.Kind == CheckKind.Conflicts ? c with { Status = CheckStatus.Failed } : c)] };
        Merge(facts, true).ShouldBeRefused<ProposalNotMergeable>().Obstacles.ShouldHaveSingleItem().Check.ShouldBe(CheckKind.Conflicts);
    }

    [Fact]
    public void The_queue_takes_what_could_be_merged_and_keeps_the_place_of_who_waits_already()
    {
        var policy = new ReviewPolicy { RequiredApprovals = 1, UseQueue = true };
        var open = Proposed.Loaded(policy);
        new EnqueueProposal(MergeStrategy.Merge, null).Decide(Given.By(Role.Developer), MergeabilityTests.Facts(open)).ShouldBeRefused<ProposalTransitionRefused>();
        var approved = open.Approved();
        Merge(MergeabilityTests.Facts(approved), false).ShouldBeRefused<ProposalNotMergeable>().Obstacles.ShouldHaveSingleItem().Kind.ShouldBe(MergeObstacleKind.Queue);

        var queued = approved.After(new EnqueueProposal(MergeStrategy.Squash, null).Decide(Given.By(Role.Developer), MergeabilityTests.Facts(approved)));
        var again = queued.After(new EnqueueProposal(MergeStrategy.Merge, null).Decide(Given.By(Role.Developer, "bob", Given.Noon.AddHours(1)), MergeabilityTests.Facts(queued)));
        (again.Proposal.Queue!.At, again.Proposal.Queue.By).ShouldBe((Given.Noon, "bob"));
        Merge(MergeabilityTests.Facts(again) with { IsThroughQueue = true }, false).ShouldBeAccepted().Written().Queue.ShouldBeNull();

        var left = again.After(new DequeueProposal("no time").Decide(Given.By(Role.Developer), again.Proposal));
        left.Proposal.Queue.ShouldBeNull();
        new DequeueProposal("again").Decide(Given.By(Role.Developer), left.Proposal).ShouldBeRefused<ProposalNotQueued>();
        var changed = again.After(new ReviewProposal(ReviewVerdict.ChangesRequested, "wait", null).Decide(Given.By(Role.Reviewer, "cat"), again));
        changed.Proposal.Queue.ShouldBeNull();
    }

    [Fact]
    public void Checks_are_kept_with_who_had_them_carried_out()
    {
        var loaded = Proposed.Loaded();
        var input = new CheckInput(
            loaded.Change, Proposed.Base, ThreeWayMerge.Run(Proposed.Base, Proposed.Base, loaded.Change.Source), loaded.Target.Name, loaded.Proposal.Issues,
            Domain.Issues.IssuePolicy.Default);
        var one = new RunChecks([CheckKind.Lint]).Decide(Given.By(Role.Reviewer, "bob"), loaded.Proposal, input).ShouldBeAccepted().Written();
        one.Checks.ShouldHaveSingleItem().By.ShouldBe("bob");
        var all = new RunChecks([]).Decide(Given.By(Role.Reviewer, "cat"), one, input).ShouldBeAccepted().Written();
        all.Checks.Select(c => (c.Kind, c.By)).ShouldBe(Enum.GetValues<CheckKind>().Select(k => (k, "cat")));
        new RunChecks([]).Decide(Given.By(Role.Viewer, "vic"), one, input).ShouldBeRefused<NotAuthorized>();
    }

    private static LoadedProposal Asked()
    {
        var loaded = Proposed.Loaded();
        return loaded.After(new RequestOverride(Reason).Decide(Given.By(Role.Developer, "dan"), loaded));
    }

    private static LoadedProposal GivenTo(LoadedProposal asked) => asked.After(new ApproveOverride().Decide(Given.By(Role.Admin, "gil"), asked));

    private static OverrideProblem Problem(LoadedProposal loaded, DateTimeOffset? at = null) =>
        Merge(MergeabilityTests.Facts(loaded), true, at).ShouldBeRefused<OverrideNotUsable>().Problem;

    private static Result<Change> Merge(LoadedProposal loaded, bool use = true) => Merge(MergeabilityTests.Facts(loaded), use);

    private static Result<Change> Merge(MergeFacts facts, bool use, DateTimeOffset? at = null)
    {
        var (loaded, context) = (facts.Loaded, Given.By(Role.Admin, "hal", at));
        var command = new MergeProposal(null, null) { UseOverride = use };
        var tried = ThreeWayMerge.Run(loaded.Change.Base, loaded.Change.Base, loaded.Change.Source);
        var head = new CommitRecord(loaded.Target.Head, new Commit(), 1, []);
        var merged = command.Integration(loaded).Decide(context, loaded.Target, [head], Proposed.Base, tried, Domain.Issues.IssuePolicy.Default);
        var decision = command.Decide(context, facts, tried, merged);
        return decision.IsOk ? decision.Value.Change : decision.Refusals;
    }
}
