using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.Issues;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Proposals;
using Oms.Domain.Refusals;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;

namespace Oms.Domain.Tests.Proposals;

public class MergeabilityTests
{
    [Fact]
    public void Nothing_stands_against_what_is_approved_and_green() =>
        Mergeability.Obstacles(Facts(Proposed.Loaded().Approved())).ShouldBeEmpty();

    [Fact]
    public void Everything_that_stands_against_it_is_told_at_once()
    {
        var loaded = Proposed.Loaded(new ReviewPolicy { RequiredApprovals = 2, RequireUpToDate = true, UseQueue = true });
        loaded = loaded.After(new ReviewProposal(ReviewVerdict.ChangesRequested, "no", null).Decide(Given.By(Role.Reviewer, "cat"), loaded));
        loaded = loaded with
        {
            Target = loaded.Target with { State = BranchState.Error, Locks = [Given.HeldBy("funnel")] },
            Proposal = loaded.Proposal with { Issues = [] },
        };

        Mergeability.Obstacles(Facts(loaded, ahead: 2)).Select(o => (o.Kind, o.Check)).ShouldBe(
        [
            (MergeObstacleKind.Branch, null), (MergeObstacleKind.Approvals, null), (MergeObstacleKind.ChangesRequested, null),
            (MergeObstacleKind.Check, CheckKind.Issues), (MergeObstacleKind.Behind, null), (MergeObstacleKind.Locked, null), (MergeObstacleKind.Queue, null),
        ]);
    }

    [Fact]
    public void A_check_that_was_not_carried_out_is_not_green()
    {
        var facts = Facts(Proposed.Loaded().Approved());
        Mergeability.Obstacles(facts with { Checks = [] }).Select(o => o.Check).ShouldBe(
            [CheckKind.Valid, CheckKind.Conflicts, CheckKind.Compatibility, CheckKind.Lint, CheckKind.Issues]);
    }

    [Fact]
    public void A_check_that_throws_has_failed_and_says_so()
    {
        var facts = Facts(Proposed.Loaded().Approved());
        var broken = ProposalChecks.Run(CheckKind.Lint, Input(facts.Loaded), Given.By(Role.Admin), _ => throw new InvalidOperationException("the rule is wrong"));

        (broken.Status, broken.Summary).ShouldBe((CheckStatus.Errored, "LINT could not be carried out: the rule is wrong"));
        Mergeability.Obstacles(facts with { Checks = [.. facts.Checks.Where(c => c.Kind != CheckKind.Lint), broken] })
            .ShouldHaveSingleItem().Check.ShouldBe(CheckKind.Lint);
    }

    [Fact]
    public void Valid_and_conflicts_may_never_fail_whatever_the_policy_says()
    {
        var facts = Facts(Proposed.Loaded(new ReviewPolicy { OptionalChecks = [.. Enum.GetValues<CheckKind>()] }));
        var red = facts.Checks.Select(c => c with { Status = CheckStatus.Failed }).ToImmutableArray();
        Mergeability.Obstacles(facts with { Checks = red }).Select(o => o.Check).ShouldBe([CheckKind.Valid, CheckKind.Conflicts]);
    }

    [Fact]
    public void A_break_a_bad_name_a_question_and_a_missing_issue_each_fail_their_check()
    {
        var loaded = Proposed.Loaded(null, ProposalStatus.Open, new RenameElement(Proposed.Person, "human_being"), new DeleteElement(Proposed.Company));
        loaded = loaded with { Proposal = loaded.Proposal with { Issues = ["nothing"] } };
        var target = Proposed.Base.After(new RenameElement(Proposed.Person, "Individual"));
        var checks = ProposalChecks.RunAll(Input(loaded, target) with { IsPromised = true }, Given.By(Role.Admin));

        checks.Select(c => (c.Kind, c.Status)).ShouldBe(
        [
            (CheckKind.Valid, CheckStatus.Passed), (CheckKind.Conflicts, CheckStatus.Failed), (CheckKind.Compatibility, CheckStatus.Failed),
            (CheckKind.Lint, CheckStatus.Failed), (CheckKind.Issues, CheckStatus.Failed),
        ]);
        checks.ShouldAllBe(c => c.Findings.Length == c.FindingCount && (c.Status == CheckStatus.Passed) == (c.FindingCount == 0));
    }

    [Fact]
    public void A_break_of_a_target_that_promises_nothing_is_told_and_fails_no_check()
    {
        var loaded = Proposed.Loaded(null, ProposalStatus.Open, new RenameElement(Proposed.Person, "Human"));
        var input = Input(loaded, Proposed.Base);

        var told = ProposalChecks.Run(CheckKind.Compatibility, input, Given.By(Role.Admin));
        (told.Status, told.FindingCount).ShouldBe((CheckStatus.Passed, 1));
        told.Findings.ShouldHaveSingleItem().ShouldStartWith("OBJECT_TYPE_RENAMED: ");
        told.Summary.ShouldContain("promises nothing");
        var promised = ProposalChecks.Run(CheckKind.Compatibility, input with { IsPromised = true }, Given.By(Role.Admin));
        promised.Status.ShouldBe(CheckStatus.Failed);
        promised.Findings.ShouldBe(told.Findings);
        promised.Input.ShouldNotBe(told.Input);
    }

    [Fact]
    public void A_merge_that_would_break_a_rule_fails_the_check_of_validity()
    {
        var loaded = Proposed.Loaded(null, ProposalStatus.Open, Create(Link("worksFor", "Person", "Company")));
        var checks = ProposalChecks.RunAll(Input(loaded, Proposed.Base.After(new DeleteElement(Proposed.Company))), Given.By(Role.Admin));
        checks[0].Status.ShouldBe(CheckStatus.Failed);
        checks[0].Findings.ShouldNotBeEmpty();
    }

    [Fact]
    public void What_was_unconventional_before_is_nobody_s_new_finding()
    {
        var before = Proposed.Base.After(Create(Type("bad_name", Text("x"))));
        var after = before.After(new UpdateElement(before.Named<ObjectType>("bad_name").Id, Json("""{"description":{"en":"Better."}}""")));
        var loaded = Proposed.Over(Proposed.Loaded().Proposal, after, null, before);
        ProposalChecks.Run(CheckKind.Lint, Input(loaded, before), Given.By(Role.Admin)).Status.ShouldBe(CheckStatus.Passed);
    }

    [Fact]
    public void A_direct_write_to_a_branch_that_asks_for_proposals_is_refused_for_everybody()
    {
        var main = Given.Branch("main") with { IsProtected = true, Review = new ReviewPolicy { RequireProposal = true } };
        WriteAccess.CheckBefore(Given.By(Role.Admin), main, null).ShouldBeOfType<ProposalRequired>().Message.ShouldContain("createProposal");
        WriteAccess.CheckBefore(Given.By(Role.Developer), main, null, byProposal: true).ShouldBeNull();
    }

    internal static MergeFacts Facts(LoadedProposal loaded, int ahead = 0)
    {
        var input = Input(loaded);
        return new MergeFacts(
            loaded, ProposalChecks.RunAll(input, Given.By(Role.Admin)), ahead, 1, Mergeability.LockAgainst(loaded.Target, input.Merge, Given.Noon));
    }

    private static CheckInput Input(LoadedProposal loaded, Snapshot? target = null) => new(
        loaded.Change, target ?? Proposed.Base, ThreeWayMerge.Run(loaded.Change.Base, target ?? Proposed.Base, loaded.Change.Source), BranchName.Main,
        loaded.Proposal.Issues, IssuePolicy.Default);
}
