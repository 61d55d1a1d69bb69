using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Histories;

/// <summary>Histories made by hand, legal and not: what checks others is checked first.</summary>
public sealed class HeadCheckerTests
{
    private static readonly string[] Path = ["zero", "one", "two"];

    [Fact]
    public void What_can_have_happened_is_no_breach() => Check(
        Commit("one", 1, 3), Commit("two", 2, 6), Read("zero", 0, 2), Read("one", 2, 5), Read("two", 4, 5), Refused("zero", 2, 4), Refused("one", 4, 7),
        new ClientOperation { Kind = OperationKind.Commit, Sent = 1 }).ShouldBeEmpty();

    [Fact]
    public void A_lost_commit_is_found() => Check(Commit("lost", 1, 2)).ShouldHaveSingleItem().ShouldContain("is not on the branch");

    [Fact]
    public void A_commit_that_two_were_told_is_found() => Check(Commit("one", 1, 2), Commit("one", 1, 2)).ShouldHaveSingleItem().ShouldContain("twice");

    [Fact]
    public void Commits_against_the_order_of_time_are_found() => Check(Commit("two", 1, 2), Commit("one", 3, 4)).ShouldHaveSingleItem().ShouldContain("comes after it");

    [Fact]
    public void A_stale_read_is_found() => Check(Commit("one", 1, 2), Read("zero", 3, 4)).ShouldHaveSingleItem().ShouldContain("was read after");

    [Fact]
    public void A_read_that_goes_back_is_found() => Check(Read("one", 1, 2), Read("zero", 3, 4)).ShouldHaveSingleItem().ShouldContain("of the same server");

    [Fact]
    public void A_read_of_what_was_not_sent_yet_is_found() => Check(Commit("one", 5, 6), Read("one", 1, 2)).ShouldHaveSingleItem().ShouldContain("before it was sent");

    [Fact]
    public void A_head_that_vanished_is_found() => Check(Read("gone", 1, 2)).ShouldHaveSingleItem().ShouldContain("is not on the branch");

    [Fact]
    public void A_refusal_without_a_cause_is_found() => Check(Commit("one", 1, 2), Commit("two", 8, 9), Refused("one", 3, 4)).ShouldHaveSingleItem().ShouldContain("and it was");

    private static IReadOnlyList<string> Check(params ClientOperation[] operations) => HeadChecker.Check(new BranchHistory(operations, Path));

    private static ClientOperation Commit(string commit, long sent, long answered) => new() { Kind = OperationKind.Commit, Commit = commit, Sent = sent, Answered = answered };

    private static ClientOperation Read(string commit, long sent, long answered) => new() { Kind = OperationKind.Read, Commit = commit, Sent = sent, Answered = answered };

    private static ClientOperation Refused(string expected, long sent, long answered) => new() { Kind = OperationKind.HeadMoved, Expected = expected, Sent = sent, Answered = answered };
}
