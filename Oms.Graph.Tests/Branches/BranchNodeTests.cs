using Oms.Graph.Branches;
using Oms.Graph.Tests.Ontology;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Branches;

public sealed class BranchNodeTests
{
    [Fact]
    public async Task Ahead_and_behind_count_what_one_has_and_the_other_has_not()
    {
        await using var library = await Library.OpenAsync();
        await library.DescribeAsync("main", "ot-book", "common");
        await library.ForkAsync("feature");
        for (var i = 0; i < 3; i++)
            await library.DescribeAsync("feature", "ot-book", $"mine {i}");
        for (var i = 0; i < 2; i++)
            await library.DescribeAsync("main", "ot-person", $"theirs {i}");
        (await CountAsync(library, "feature")).ShouldBe((3, 2));
        (await CountAsync(library, "main", of: "feature")).ShouldBe((2, 3));
    }

    [Fact]
    public async Task A_branch_that_is_as_its_origin_is_neither_ahead_nor_behind()
    {
        await using var library = await Library.OpenAsync();
        await library.ForkAsync("feature");
        (await CountAsync(library, "feature")).ShouldBe((0, 0));
    }

    [Fact]
    public async Task The_first_branch_counts_from_the_commit_it_was_made_from()
    {
        await using var library = await Library.OpenAsync();
        await library.DescribeAsync("main", "ot-book", "second");
        (await CountAsync(library, "main")).ShouldBe((2, 0));
    }

    private static async Task<(int Ahead, int Behind)> CountAsync(Library library, string name, string? of = null)
    {
        var branch = new BranchNode(await library.BranchAsync(name));
        return (await branch.GetAheadAsync(of, library.NewPin(), library.Commits, library.Cancel),
            await branch.GetBehindAsync(of, library.NewPin(), library.Commits, library.Cancel));
    }
}
