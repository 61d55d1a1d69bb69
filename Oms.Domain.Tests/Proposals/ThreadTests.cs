using Oms.Domain.Access;
using Oms.Domain.History;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Proposals;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Domain.Tests.Merging;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;

namespace Oms.Domain.Tests.Proposals;

public class ThreadTests
{
    private static readonly MemberId Email = Proposed.Base.Named<ObjectType>("Person").Properties[1].Id;

    [Fact]
    public void A_thread_hangs_on_a_member_by_identity_through_renames_and_a_rebase()
    {
        var loaded = Proposed.Loaded();
        var thread = Begin(loaded, Proposed.Person, Email);
        Anchor(thread, loaded.Change.Source).ShouldBe(("Person.email", AnchorState.Current));

        var renamed = loaded.Change.Source.After(new RenameElement(Proposed.Person, "Human"), new MoveMember(Proposed.Person, Email, 0));
        Anchor(thread, renamed).Name.ShouldBe("Human.email");
        var target = Proposed.Base.After(new RenameMember(Proposed.Person, Email, "mail"), new RenameElement(Proposed.Company, "Firm"));
        Anchor(thread, ThreeWayMerge.Run(Proposed.Base, target, loaded.Change.Source).Merged).ShouldBe(("Person.mail", AnchorState.Changed));
        Anchor(thread, loaded.Change.Source.After(new RemoveMember(Proposed.Person, Email))).ShouldBe(("Person.email", AnchorState.Gone));

        ThreadAnchor Find(Snapshot now) => ThreadAnchor.Of(thread, loaded.Change.Source, now)!;
        (string Name, AnchorState State) Anchor(ProposalThread _, Snapshot now) => (Find(now).Name, Find(now).State);
    }

    [Fact]
    public void What_changes_beside_a_member_leaves_it_current()
    {
        var loaded = Proposed.Loaded();
        var now = loaded.Change.Source.After(new UpdateElement(Proposed.Person, Json("""{"description":{"en":"Somebody."}}""")));
        ThreadAnchor.Of(Begin(loaded, Proposed.Person, Email), loaded.Change.Source, now)!.State.ShouldBe(AnchorState.Current);
        ThreadAnchor.Of(Begin(loaded, Proposed.Person, null), loaded.Change.Source, now)!.State.ShouldBe(AnchorState.Changed);
        ThreadAnchor.Of(Begin(loaded, null, null), loaded.Change.Source, now).ShouldBeNull();
    }

    [Fact]
    public void A_thread_goes_on_is_settled_and_taken_up_again()
    {
        var loaded = Proposed.Loaded();
        var thread = Begin(loaded, null, null);
        thread = Said(new CommentOnProposal("Because.").Decide(Given.By(Role.Developer), loaded, thread, 1));
        thread.Comments.Select(c => (c.Author, c.Text)).ShouldBe([("bob", "Why?"), ("ada", "Because.")]);
        var settled = new CommentOnProposal(Text: null) { IsResolved = true }.Decide(Given.By(Role.Reviewer, "bob"), loaded, thread, 1);
        settled.Value.Actions().ShouldBe(["proposal.resolve_thread"]);
        Said(settled).ResolvedBy.ShouldBe("bob");
        Said(new CommentOnProposal(Text: null) { IsResolved = false }.Decide(Given.By(Role.Reviewer, "bob"), loaded, Said(settled), 1)).ResolvedAt.ShouldBeNull();
    }

    [Fact]
    public void What_is_there_nowhere_can_not_be_talked_about_and_what_is_deleted_can()
    {
        var loaded = Proposed.Loaded(null, ProposalStatus.Open, new DeleteElement(Proposed.Company));
        var by = Given.By(Role.Reviewer, "bob");
        new CommentOnProposal("x") { Element = ElementId.Trusted("ot-none") }.Decide(by, loaded, null, 0).ShouldBeRefused<UnknownReference>();
        new CommentOnProposal("x") { Element = Proposed.Company }.Decide(by, loaded, null, 0).IsOk.ShouldBeTrue();
        new CommentOnProposal(" ").Decide(by, loaded, null, 0).ShouldBeRefused<ValueOutOfRange>();
        new CommentOnProposal("x").Decide(by, loaded, null, ProposalThread.MaxThreads).ShouldBeRefused<ValueOutOfRange>();
        new CommentOnProposal("x").Decide(Given.By(Role.Viewer), loaded, null, 0).ShouldBeRefused<NotAuthorized>();
    }

    [Fact]
    public void What_changed_since_a_review_is_what_makes_another_content_and_nothing_of_the_target()
    {
        var told = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var h = new RandomHistories(seed);
            var (then, now) = (ProposedChange.Of(h.Base, h.Ours), ProposedChange.Of(h.Base, h.Theirs));
            ReviewedChange.Between(then, then).ShouldBeEmpty();
            ReviewedChange.Between(then, now).IsEmpty.ShouldBe(then.Hash == now.Hash, $"seed {seed}");
            told += ReviewedChange.Between(then, now).Length;
        }

        told.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void New_changed_and_taken_back_are_told_apart()
    {
        var then = ProposedChange.Of(Proposed.Base, Proposed.Base.After(new RenameElement(Proposed.Person, "Human"), new RenameElement(Proposed.Company, "Firm")));
        var now = ProposedChange.Of(Proposed.Base, Proposed.Base.After(new RenameElement(Proposed.Person, "Individual"), new RenameMember(Proposed.Person, Email, "mail")));
        ReviewedChange.Between(then, now).Select(c => (c.Kind, c.Entry.Path.Text)).ShouldBe(
        [
            (ReviewedChangeKind.TakenBack, $"/{Proposed.Company}/name"), (ReviewedChangeKind.New, $"/{Proposed.Person}/{Email}/name"),
            (ReviewedChangeKind.Changed, $"/{Proposed.Person}/name"),
        ], ignoreOrder: true);
    }

    private static ProposalThread Begin(LoadedProposal loaded, ElementId? element, MemberId? member) =>
        Said(new CommentOnProposal("Why?") { Element = element, Member = member }.Decide(Given.By(Role.Reviewer, "bob"), loaded, null, 0));

    private static ProposalThread Said(Result<Change> decision) =>
        CanonicalJson.Read<ProposalThread>(decision.ShouldBeAccepted().Documents.ShouldHaveSingleItem().Content.Span);
}
