using Oms.Domain.Access;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.History;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Proposals;
using Oms.Domain.Refusals;
using Oms.Domain.Tests.Merging;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;

namespace Oms.Domain.Tests.Proposals;

public class ApprovalTests
{
    [Fact]
    public void What_the_target_did_and_the_source_took_over_is_no_other_content()
    {
        var (same, tried) = (0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var h = new RandomHistories(seed);
            var merge = ThreeWayMerge.Run(h.Base, h.Ours, h.Theirs);
            var (ours, theirs) = (ProposedChange.Of(h.Base, h.Ours), ProposedChange.Of(h.Base, h.Theirs));
            // Where both sides touch one element, what is left to bring in may be another thing.
            if (!merge.Conflicts.IsEmpty || theirs.Entries.IsEmpty || ours.Elements.Intersect(theirs.Elements).Any())
                continue;
            tried++;
            ProposedChange.Of(h.Ours, merge.Merged).Hash.ShouldBe(theirs.Hash, $"seed {seed}");
            same += ours.Hash == theirs.Hash ? 1 : 0;
        }

        tried.ShouldBeGreaterThan(40);
        same.ShouldBe(0);
    }

    [Fact]
    public void Another_content_has_another_hash()
    {
        var hashes = new Dictionary<string, ObjectHash>();
        for (var seed = 0; seed < 400; seed++)
        {
            var h = new RandomHistories(seed);
            var one = ProposedChange.Of(h.Base, h.Ours);
            if (hashes.TryGetValue(one.Hash, out var tree) && tree != h.Ours.Tree)
                ProposedChange.Of(h.Base, h.Ours).Entries.ShouldBeEmpty();
            hashes[one.Hash] = h.Ours.Tree;
            if (h.Ours.Tree != h.Theirs.Tree)
                one.Hash.ShouldNotBe(ProposedChange.Of(h.Base, h.Theirs).Hash, $"seed {seed}");
        }
    }

    [Fact]
    public void An_approval_counts_for_its_content_and_no_other_and_again_when_that_content_comes_back()
    {
        var approved = Proposed.Loaded().Approved();
        approved.Proposal.Status.ShouldBe(ProposalStatus.Approved);

        var other = Proposed.Over(approved.Proposal, Proposed.Base.After(new AddMember(Proposed.Person, Text("other"))));
        var change = ReassessProposal.Decide(Given.By(Role.Viewer), other).ShouldNotBeNull();
        change.Written().Status.ShouldBe(ProposalStatus.Open);
        change.Written().Reviews.ShouldHaveSingleItem().DismissedAt.ShouldBe(Given.Noon);
        change.Audit.ShouldHaveSingleItem().Actor.Subject.ShouldBe("system");

        var back = approved with { Proposal = change.Written() };
        ReassessProposal.Decide(Given.By(Role.Viewer), back).ShouldNotBeNull().Written().Status.ShouldBe(ProposalStatus.Approved);
    }

    [Fact]
    public void A_target_that_moves_alone_dismisses_nothing()
    {
        var approved = Proposed.Loaded().Approved();
        var ours = Proposed.Base.After(new RenameElement(Proposed.Company, "Firm"));
        var merged = ThreeWayMerge.Run(Proposed.Base, ours, approved.Change.Source).Merged;

        ReassessProposal.Decide(Given.By(Role.Viewer), Proposed.Over(approved.Proposal, merged, approved.Policy, ours)).ShouldBeNull();
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("eve")]
    public void Nobody_reviews_their_own_work(string subject)
    {
        foreach (var verdict in Enum.GetValues<ReviewVerdict>())
            new ReviewProposal(verdict, "fine", null).Decide(Given.By(Role.Admin, subject), Proposed.Loaded()).ShouldBeRefused<ReviewOfOwnWork>();
    }

    [Fact]
    public void An_approval_that_was_given_before_its_giver_committed_counts_no_more()
    {
        var approved = Proposed.Loaded().Approved();
        (approved with { Contributors = ["ada", "bob"] }).Approvals.ShouldBeEmpty();
    }

    [Fact]
    public void Another_content_than_the_one_looked_at_is_refused()
    {
        var loaded = Proposed.Loaded();
        new ReviewProposal(ReviewVerdict.Approved, "", new string('0', 64)).Decide(Given.By(Role.Reviewer, "bob"), loaded).ShouldBeRefused<ProposalContentMoved>();
        new ReviewProposal(ReviewVerdict.Approved, "", loaded.Change.Hash).Decide(Given.By(Role.Reviewer, "bob"), loaded).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void A_request_for_changes_stands_against_enough_approvals_until_it_is_taken_back()
    {
        var loaded = Proposed.Loaded();
        loaded = loaded.After(new ReviewProposal(ReviewVerdict.ChangesRequested, "rename it", null).Decide(Given.By(Role.Reviewer, "cat"), loaded)).Approved();
        loaded.Proposal.Status.ShouldBe(ProposalStatus.Open);
        ApprovalRules.Missing(loaded).ShouldBe(1);

        loaded.After(new WithdrawReview().Decide(Given.By(Role.Reviewer, "cat"), loaded)).Proposal.Status.ShouldBe(ProposalStatus.Approved);
    }

    [Fact]
    public void More_costly_changes_need_what_their_severity_asks()
    {
        var policy = new ReviewPolicy { RequiredApprovals = 1, BySeverity = [new(BreakSeverity.Low, 2), new(BreakSeverity.High, 3)] };
        Proposed.Loaded(policy).Approved().Proposal.Status.ShouldBe(ProposalStatus.Approved);

        var costly = Proposed.Loaded(policy, ProposalStatus.Open, new DeleteElement(Proposed.Company));
        (costly.Change.Severity >= BreakSeverity.High).ShouldBeTrue();
        costly = costly.Approved("bob").Approved("cat");
        costly.Proposal.Status.ShouldBe(ProposalStatus.Open);
        costly.Approved("dan").Proposal.Status.ShouldBe(ProposalStatus.Approved);
    }

    [Fact]
    public void Code_owners_are_asked_about_what_they_own_by_namespace_kind_and_tag_as_it_was_and_as_it_would_be()
    {
        var owned = Proposed.Base.After(
            new MoveElement(Proposed.Person, "hr.people"), new UpdateElement(Proposed.Company, Json("""{"tags":["money"]}""")));
        Owns(new CodeOwners { Namespace = "hr", Owners = ["dan"] }, new MoveElement(Proposed.Person, "sales")).ShouldBeTrue();
        Owns(new CodeOwners { Namespace = "h", Owners = ["dan"] }, new MoveElement(Proposed.Person, "sales")).ShouldBeFalse();
        Owns(new CodeOwners { Namespace = "sales", Owners = ["dan"] }, new MoveElement(Proposed.Person, "sales")).ShouldBeTrue();
        Owns(new CodeOwners { Tag = "money", Owners = ["dan"] }, new DeleteElement(Proposed.Company)).ShouldBeTrue();
        Owns(new CodeOwners { Kind = ElementKind.LinkType, Owners = ["dan"] }, new DeleteElement(Proposed.Company)).ShouldBeFalse();
        Owns(new CodeOwners { Kind = ElementKind.ObjectType, Tag = "money", Owners = ["dan"] }, new RenameElement(Proposed.Person, "Human")).ShouldBeFalse();

        bool Owns(CodeOwners owners, Operation operation) => owners.Owns(ProposedChange.Of(owned, owned.After(operation)));
    }

    [Fact]
    public void An_owner_s_approval_is_asked_for_besides()
    {
        var loaded = Proposed.Loaded(new ReviewPolicy { RequiredApprovals = 1, Owners = [new CodeOwners { Kind = ElementKind.ObjectType, Owners = ["dan", "fay"] }] });
        loaded = loaded.Approved("bob");
        loaded.Proposal.Status.ShouldBe(ProposalStatus.Open);
        ApprovalRules.Of(loaded).Select(r => r.Missing).ShouldBe([0, 1]);
        loaded.Approved("fay").Proposal.Status.ShouldBe(ProposalStatus.Approved);
    }
}
