using Oms.Engine.Response;
using Oms.Graph.Ontology;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Ontology;

public sealed class PinTests
{
    [Fact]
    public async Task A_request_reads_one_commit_of_a_branch_whatever_is_committed_meanwhile()
    {
        await using var library = await Library.OpenAsync();
        var pin = library.NewPin();
        var before = await pin.HeadAsync(await pin.GetAsync("main", library.Cancel), library.Cancel);
        await library.DescribeAsync("main", "ot-book", "New words.");
        var again = await pin.HeadAsync(await pin.GetAsync("main", library.Cancel), library.Cancel);
        again.Commit.Id.ShouldBe(before.Commit.Id);
        (await pin.AllAsync(library.Cancel))[0].Head.ShouldBe(before.Commit.Id);
        (await library.HeadAsync()).Commit.Id.ShouldNotBe(before.Commit.Id);
    }

    [Fact]
    public async Task An_older_version_is_read_by_commit_by_its_beginning_and_by_time()
    {
        await using var library = await Library.OpenAsync();
        var old = await library.BranchAsync("main");
        var time = library.Clock.GetUtcNow();
        await library.DescribeAsync("main", "ot-book", "New words.");
        var main = await library.BranchAsync("main");
        foreach (var at in new VersionInput[] { new() { Commit = old.Head.Value }, new() { Commit = old.Head.Short }, new() { Time = time } })
            (await library.NewPin().AtAsync(main, at, library.Cancel)).Commit.Id.ShouldBe(old.Head);
    }

    [Theory]
    [InlineData("ffffffff")]
    [InlineData("abc")]
    [InlineData("not a commit")]
    public async Task A_commit_that_is_not_there_is_refused(string commit)
    {
        await using var library = await Library.OpenAsync();
        var main = await library.BranchAsync("main");
        (await CodeAsync(() => library.NewPin().AtAsync(main, new() { Commit = commit }, library.Cancel).AsTask())).ShouldBe("COMMIT_NOT_FOUND");
    }

    [Fact]
    public async Task A_time_before_the_branch_is_refused()
    {
        await using var library = await Library.OpenAsync();
        var main = await library.BranchAsync("main");
        (await CodeAsync(() => library.NewPin().AtAsync(main, new() { Time = main.CreatedAt.AddDays(-1) }, library.Cancel).AsTask()))
            .ShouldBe("TIME_TOO_EARLY");
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("No Branch")]
    [InlineData("")]
    public async Task A_branch_that_is_not_there_is_refused(string name)
    {
        await using var library = await Library.OpenAsync();
        (await CodeAsync(() => library.NewPin().GetAsync(name, library.Cancel).AsTask())).ShouldBe("BRANCH_NOT_FOUND");
    }

    private static async Task<string?> CodeAsync(Func<Task> act) => (await Should.ThrowAsync<GraphQLException>(act)).Errors[0].Code;
}
