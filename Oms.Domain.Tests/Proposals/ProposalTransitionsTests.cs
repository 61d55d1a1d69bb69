using Oms.Domain.Access;
using Oms.Domain.Issues;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Proposals;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;

namespace Oms.Domain.Tests.Proposals;

public class ProposalTransitionsTests
{
    // Written down by hand, row by row, from domain.md 3.8 and the issue: D draft, O open, A approved, M merged, R rejected, C closed.
    private static readonly Dictionary<string, string> Rows = new()
    {
        ["D Submit"] = "OA", ["D Edit"] = "D", ["D Close"] = "C", ["D Check"] = "D",
        ["O ReturnToDraft"] = "D", ["O Approve"] = "OA", ["O RequestChanges"] = "O", ["O WithdrawReview"] = "OA", ["O Reassess"] = "OA",
        ["O Reject"] = "R", ["O Edit"] = "O", ["O Close"] = "C", ["O Merge"] = "M", ["O Check"] = "O",
        ["A ReturnToDraft"] = "D", ["A Approve"] = "OA", ["A RequestChanges"] = "O", ["A WithdrawReview"] = "OA", ["A Reassess"] = "OA",
        ["A Reject"] = "R", ["A Edit"] = "A", ["A Close"] = "C", ["A Merge"] = "M", ["A Check"] = "A", ["A Enqueue"] = "A",
        ["R Reopen"] = "OA", ["C Reopen"] = "OA",
    };

    [Fact]
    public void Exactly_these_moves_are_allowed()
    {
        foreach (var status in Enum.GetValues<ProposalStatus>())
            foreach (var verb in Enum.GetValues<ProposalVerb>())
                string.Concat(ProposalTransitions.From(status, verb).Select(s => s.ToString()[0]))
                    .ShouldBe(Rows.GetValueOrDefault($"{status.ToString()[0]} {verb}", ""), $"{status} {verb}");
    }

    [Fact]
    public void Nothing_leads_out_of_merged() => ProposalTransitions.VerbsOf(ProposalStatus.Merged).ShouldBeEmpty();

    [Fact]
    public void Whatever_is_done_in_whatever_order_the_status_moves_along_the_table_and_is_approved_exactly_while_the_rules_are_met()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var loaded = Proposed.Loaded(new ReviewPolicy { RequiredApprovals = 2 }, ProposalStatus.Draft);
            for (var step = 0; step < 40; step++)
            {
                var before = loaded.Proposal.Status;
                var (verb, result) = Step(random, loaded);
                if (!result.IsOk)
                {
                    result.Refusals.ShouldHaveSingleItem();
                    if (!ProposalTransitions.IsAllowed(before, verb))
                        result.Refusals[0].ShouldBeOfType<ProposalTransitionRefused>($"{seed}/{step} {before} {verb}");
                    continue;
                }

                loaded = loaded with { Proposal = result.Value.Written() };
                ProposalTransitions.From(before, verb).ShouldContain(loaded.Proposal.Status, $"{seed}/{step} {verb}");
                if (loaded.Proposal.Status is ProposalStatus.Open or ProposalStatus.Approved)
                    (loaded.Proposal.Status == ProposalStatus.Approved).ShouldBe(ApprovalRules.AreMet(loaded), $"{seed}/{step} {verb}");
                result.Value.Events.Length.ShouldBe(1);
                result.Value.Audit.ShouldHaveSingleItem().Success.ShouldBeTrue();
                loaded = random.Next(6) == 0 ? Moved(random, loaded) : loaded;
            }
        }
    }

    private static (ProposalVerb, Result<Change>) Step(Random random, LoadedProposal loaded)
    {
        var ada = Given.By(Role.Developer);
        var reviewer = Given.By(Role.Reviewer, ((string[])["bob", "cat", "dan"])[random.Next(3)]);
        return random.Next(9) switch
        {
            0 => (ProposalVerb.Submit, new MoveProposal(ProposalVerb.Submit, null).Decide(ada, loaded, null)),
            1 => (ProposalVerb.ReturnToDraft, new MoveProposal(ProposalVerb.ReturnToDraft, null).Decide(ada, loaded, null)),
            2 => (ProposalVerb.Close, new MoveProposal(ProposalVerb.Close, "no more").Decide(ada, loaded, null)),
            3 => (ProposalVerb.Reopen, new MoveProposal(ProposalVerb.Reopen, null).Decide(ada, loaded, null)),
            4 => (ProposalVerb.Reject, random.Next(3) == 0
                ? new MoveProposal(ProposalVerb.Reject, "not so").Decide(reviewer, loaded, null)
                : new MoveProposal(ProposalVerb.Reject, " ").Decide(reviewer, loaded, null)),
            5 => (ProposalVerb.RequestChanges, new ReviewProposal(ReviewVerdict.ChangesRequested, "otherwise", null).Decide(reviewer, loaded)),
            6 => (ProposalVerb.WithdrawReview, new WithdrawReview().Decide(reviewer, loaded)),
            7 => (ProposalVerb.Edit, new EditProposal(new ProposalText { Title = "T" + random.Next(9) }).Decide(ada, loaded.Proposal, IssuePolicy.Default)),
            _ => (ProposalVerb.Approve, new ReviewProposal(ReviewVerdict.Approved, "", null).Decide(reviewer, loaded)),
        };
    }

    // The source gets another content, and the registry notices.
    private static LoadedProposal Moved(Random random, LoadedProposal loaded)
    {
        var source = Proposed.Base.After(new AddMember(Proposed.Person, Text("n" + random.Next(3))));
        var moved = Proposed.Over(loaded.Proposal, source, loaded.Policy);
        return ReassessProposal.Decide(Given.By(Role.Admin), moved) is { } change ? moved with { Proposal = change.Written() } : moved;
    }
}
