using Oms.Domain.Branches;
using Oms.Domain.Issues;
using Oms.Domain.Refusals;
using Shouldly;
using Xunit;

namespace Oms.Domain.Tests.Issues;

public class IssuePolicyTests
{
    private static readonly BranchName Feature = BranchName.Trusted("feature/x");

    [Theory]
    [InlineData("OMS-123", "internal")]
    [InlineData("PROJ-1", "jira")]
    [InlineData("#12", "github")]
    [InlineData("GH-12", "github")]
    [InlineData("!12", "gitlab")]
    [InlineData("GL-12", "gitlab")]
    [InlineData("ENG-7", "linear")]
    [InlineData("AB#7", "azure_devops")]
    [InlineData("1234", "azure_devops")]
    public void An_id_names_its_provider(string issue, string provider) => IssuePolicy.Default.PatternOf(issue)!.Provider.ShouldBe(provider);

    [Theory]
    [InlineData("")]
    [InlineData("oms-1")]
    [InlineData("OMS-")]
    [InlineData("OMS-1 ")]
    [InlineData("OMS-1\n")]
    [InlineData("see OMS-1")]
    [InlineData("OMS-1234567890")]
    public void What_is_not_whole_an_id_is_none(string issue) => IssuePolicy.Default.PatternOf(issue).ShouldBeNull();

    [Fact]
    public void A_change_without_an_issue_is_told_the_forms_and_the_exempt_branches()
    {
        var refusal = IssuePolicy.Default.Check(Feature, []).ShouldHaveSingleItem().ShouldBeOfType<IssueRequired>();

        refusal.Patterns.ShouldBe(IssuePatterns.All);
        refusal.Message.ShouldContain("PROJ-123");
        refusal.Message.ShouldContain("sandbox/");
    }

    [Theory]
    [InlineData("sandbox/a")]
    [InlineData("experiment/a")]
    [InlineData("personal/ada/a")]
    public void Branches_for_trying_out_are_exempt(string branch) => IssuePolicy.Default.Check(BranchName.Trusted(branch), []).ShouldBeEmpty();

    [Fact]
    public void A_prefix_is_a_whole_part_of_the_name() => IssuePolicy.Default.Check(BranchName.Trusted("sandboxes"), []).ShouldNotBeEmpty();

    [Fact]
    public void What_is_named_must_be_good_even_where_nothing_is_asked_for() =>
        IssuePolicy.Default.Check(BranchName.Trusted("sandbox/a"), ["OMS-1", "nonsense"]).ShouldHaveSingleItem()
            .ShouldBeOfType<IssueInvalid>().Path.ShouldBe(["issues", "1"]);

    [Fact]
    public void Only_configured_providers_count()
    {
        var policy = IssuePolicy.Default with { Patterns = [IssuePatterns.GitHub] };

        policy.Check(Feature, ["PROJ-1"]).ShouldHaveSingleItem().ShouldBeOfType<IssueInvalid>();
        policy.Check(Feature, ["GH-1"]).ShouldBeEmpty();
    }

    [Fact]
    public void Twenty_issues_are_enough() =>
        IssuePolicy.Default.Check(Feature, [.. Enumerable.Range(1, 21).Select(i => $"OMS-{i}")]).ShouldHaveSingleItem().ShouldBeOfType<ValueOutOfRange>();
}
