using Oms.Domain.Access;
using Oms.Domain.Compatibility;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Compatibility.Policies;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Ontology.Naming;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Domain.Tests.Ontology;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;

namespace Oms.Domain.Tests.Compatibility.Policies;

public class RulesCheckTests
{
    private static readonly Snapshot People = Snapshot.Empty.After(
        Create(Type("Person", Text("name"), Text("email"))), Create(Type("Invoice", Text("number")) with { Namespace = "billing.old" }),
        Create(new Interface { Name = "INamed" }));

    private static readonly ElementId Person = People.Named<ObjectType>("Person").Id;
    private static readonly ElementId Invoice = People.Named<ObjectType>("Invoice").Id;
    private static readonly MemberId Email = People.Named<ObjectType>("Person").Properties[1].Id;

    [Theory]
    [InlineData(CompatibilityMode.None, false, false)]
    [InlineData(CompatibilityMode.Backward, true, false)]
    [InlineData(CompatibilityMode.Forward, false, true)]
    [InlineData(CompatibilityMode.Full, true, true)]
    public void A_mode_refuses_what_breaks_in_its_direction_only(CompatibilityMode mode, bool optional, bool required)
    {
        var rules = new BranchRules { Compatibility = [new(mode)], Planes = [ConsumerPlane.Actions] };
        Breaks(rules, People, People.After(new RemoveMember(Person, Email, false))).Length.ShouldBe(optional ? 1 : 0);
        Breaks(rules, People, People.After(new AddMember(Person, Text("phone")))).ShouldBeEmpty("parts may come");
        var asking = People.After(new AddMember(Person, Text("phone") with { IsRequired = true }));
        var forward = Breaks(rules, asking, asking.After(new RemoveMember(Person, asking.Named<ObjectType>("Person").Properties[2].Id, false)))
            .Where(b => b.Direction == CompatibilityDirection.Forward).ToList();
        forward.Select(b => (b.Rule, b.Message)).ShouldBe(required ? [("PROPERTY_REMOVED", "The property Person.phone was removed")] : []);
    }

    [Fact]
    public void A_break_is_accepted_in_its_direction_only()
    {
        var rules = new BranchRules { Compatibility = [new(CompatibilityMode.Full)] };
        var after = People.After(new RenameElement(Invoice, "Bill"));
        var found = Breaks(rules, People, after);
        found.Select(b => (b.Rule, b.Direction)).ShouldBe([("OBJECT_TYPE_RENAMED", CompatibilityDirection.Backward), ("OBJECT_TYPE_RENAMED", CompatibilityDirection.Forward)]);
        var accepted = Accept(found[0].Fingerprint, Given.Noon.AddDays(3), Role.Admin, rules).ShouldBeAccepted();
        Breaks(accepted.Rules, People, after).ShouldHaveSingleItem().Direction.ShouldBe(CompatibilityDirection.Forward);
        CompatibilityVerdict.Of(People, after, CompatibilityMode.Full).Causes.Select(f => f.Fingerprint).ShouldBe(found.Select(b => b.Fingerprint), "a finding tells what to accept");
    }

    [Fact]
    public void The_rule_that_says_most_holds()
    {
        var rules = new BranchRules
        {
            Compatibility =
            [
                new(CompatibilityMode.Full), new(CompatibilityMode.None) { Kind = ElementKind.ObjectType }, new(CompatibilityMode.Backward) { Namespace = "billing" },
                new(CompatibilityMode.None) { Namespace = "bill" }, new(CompatibilityMode.Forward) { Element = Person },
            ],
        };

        rules.ModeOf(People.Named<Interface>("INamed")).ShouldBe(CompatibilityMode.Full);
        rules.ModeOf(People.Find(Invoice)!).ShouldBe(CompatibilityMode.Backward);
        rules.ModeOf(People.Find(Person)!).ShouldBe(CompatibilityMode.Forward);
    }

    [Fact]
    public void A_transitive_mode_asks_about_every_release_and_leaves_alone_what_broke_before()
    {
        var plain = new BranchRules { Compatibility = [new(CompatibilityMode.Backward)] };
        var transitive = new BranchRules { Compatibility = [new(CompatibilityMode.BackwardTransitive)] };
        var released = new EarlierRelease("1.0.0", People);
        // That the head has another name than the release is past; a third name breaks both who knows the head and who knows the release.
        var head = People.After(new RenameElement(Invoice, "Bill"));
        var harmless = head.After(new UpdateElement(Invoice, Json("""{"tags":["x"]}""")));
        var renamed = head.After(new RenameElement(Invoice, "Receipt"));

        Breaks(transitive, head, harmless, released).ShouldBeEmpty();
        Breaks(plain, head, renamed, released).Select(b => b.Since).ShouldBe([null]);
        Breaks(transitive, head, renamed, released).Select(b => b.Since).ShouldBe([null, "1.0.0"]);
    }

    [Fact]
    public void A_break_is_accepted_by_its_fingerprint_until_it_expires()
    {
        var rules = new BranchRules { Compatibility = [new(CompatibilityMode.Backward)] };
        var after = People.After(new RemoveMember(Person, Email, false));
        var found = Breaks(rules, People, after).ShouldHaveSingleItem();
        found.Fingerprint.Length.ShouldBe(Finding.FingerprintLength);
        found.Advice.ShouldNotBeEmpty();

        var accepted = Accept(found.Fingerprint, Given.Noon.AddDays(3), Role.Admin, rules).ShouldBeAccepted();
        Breaks(accepted.Rules, People, after).ShouldBeEmpty();
        Breaks(accepted.Rules, People, People.After(new RemoveMember(Person, People.Named<ObjectType>("Person").Properties[0].Id, false))).Length.ShouldBe(1);
        new RulesCheck(accepted.Rules, People, after).Breaks(Given.Noon.AddDays(3), [], None).Length.ShouldBe(1);
        accepted.Change.Audit.ShouldHaveSingleItem().Action.ShouldBe("branch.accept_break");
        accepted.Change.Events.ShouldHaveSingleItem().Type.ShouldBe("io.oms.branch.breakaccepted");
    }

    [Fact]
    public void Who_may_not_or_too_long_or_no_fingerprint_is_refused()
    {
        const string fingerprint = "b-0123456789abcdef";
        Refusal(Accept(fingerprint, Given.Noon.AddDays(1), Role.Developer)).ShouldBeOfType<NotAuthorized>();
        Refusal(Accept(fingerprint, Given.Noon.AddDays(400), Role.Admin)).ShouldBeOfType<ValueOutOfRange>();
        Refusal(Accept(fingerprint, Given.Noon, Role.Admin)).ShouldBeOfType<ValueOutOfRange>();
        Refusal(Accept("c-1", Given.Noon.AddDays(1), Role.Admin)).ShouldBeOfType<MalformedInput>();
        Refusal(Accept(fingerprint, null, Role.Admin)).ShouldBeOfType<NothingChanged>();
    }

    [Fact]
    public void What_goes_was_deprecated_for_the_grace_period_and_is_past_its_deadline()
    {
        var rules = new BranchRules { GraceDays = 30 };
        var gone = People.After(new RemoveMember(Person, Email, false), new DeleteElement(Invoice, false));
        Breaks(rules, People, gone).Select(b => (b.Rule, b.Path)).ShouldBe([(RulesCheck.NotDeprecated, "Person.email"), (RulesCheck.NotDeprecated, "Invoice")], ignoreOrder: true);

        var deprecated = People.After(new DeprecateMember(Person, Email, new Deprecation { Reason = "old" }), new DeprecateElement(Invoice, new Deprecation { Reason = "old", Deadline = new DateOnly(2026, 5, 1) }));
        var after = deprecated.After(new RemoveMember(Person, Email, false), new DeleteElement(Invoice, false));
        var check = new RulesCheck(rules, deprecated, after);
        var since = check.Departures().ToDictionary(d => d, _ => Given.Noon);
        check.Breaks(Given.Noon.AddDays(29), [], since).Length.ShouldBe(2);
        check.Breaks(Given.Noon.AddDays(30), [], since).Select(b => b.Path).ShouldBe(["Invoice"]);
        check.Breaks(new DateTimeOffset(2026, 5, 2, 0, 0, 0, TimeSpan.Zero), [], since).ShouldBeEmpty();
    }

    [Fact]
    public void A_convention_is_told_or_enforced_for_what_a_change_brings()
    {
        var naming = new NamingPolicy { IsEnforced = true, Elements = [new(ElementKind.ObjectType, new NamingRule { Pattern = NamePattern.SnakeCase })] };
        var after = People.After(Create(Type("OtherThing")), new UpdateElement(Person, Json("""{"tags":["x"]}""")));

        new RulesCheck(new BranchRules { Naming = naming }, People, after).RefusedNames().ShouldHaveSingleItem().Suggestion.ShouldBe("other_thing");
        var told = new RulesCheck(new BranchRules { Naming = naming with { IsEnforced = false } }, People, after);
        told.RefusedNames().ShouldBeEmpty();
        told.Names().Length.ShouldBe(2);
    }

    [Fact]
    public void The_same_rules_again_change_nothing_and_keep_what_is_accepted()
    {
        BranchRules Rules() => new()
        {
            Compatibility = [new(CompatibilityMode.FullTransitive) { Namespace = "billing" }],
            Naming = new NamingPolicy { IsEnforced = true, Elements = [new(ElementKind.ObjectType, new NamingRule { Pattern = NamePattern.PascalCase, RequiredSuffixes = ["Entity"] })], Members = new NamingRule { AllowedWords = [.. new List<string>()] } },
        };
        var first = new SetBranchRules(Rules(), "house style").Decide(Given.By(Role.Admin), Given.Branch(), null).ShouldBeAccepted();
        var kept = new StoredDocument(BranchRules.DocumentKind, "feature/x", 1, first.Change.Documents[0].Content);

        var again = new SetBranchRules(Rules(), "house style").Decide(Given.By(Role.Admin), Given.Branch(), kept);

        again.Refusals.ShouldHaveSingleItem().ShouldBeOfType<NothingChanged>();
    }

    private static readonly Dictionary<Departure, DateTimeOffset> None = [];

    private static System.Collections.Immutable.ImmutableArray<ContractBreak> Breaks(BranchRules rules, Snapshot before, Snapshot after, params EarlierRelease[] earlier) =>
        new RulesCheck(rules, before, after).Breaks(Given.Noon, earlier, None);

    private static Result<RulesDecision> Accept(string fingerprint, DateTimeOffset? end, Role role, BranchRules? rules = null) =>
        new AcceptBreak(fingerprint, end, "agreed with the partners").Decide(
            Given.By(role), Given.Branch(),
            rules is null ? null : new StoredDocument(BranchRules.DocumentKind, "feature/x", 1, Oms.Domain.History.CanonicalJson.Write(rules)));

    private static Refusal Refusal(Result<RulesDecision> result) => result.Refusals.ShouldHaveSingleItem();
}
