using Oms.Engine.Response;
using Oms.Graph.Ontology;
using Oms.Graph.Search;
using Oms.Graph.Tests.Ontology;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Search;

public sealed class SearchTests
{
    [Theory]
    [InlineData("person", "Person")]
    [InlineData("PERS", "Person")]
    [InlineData("사람", "Person")]
    [InlineData("living", "Person")]
    [InlineData("printed", "Book")]
    [InlineData("birth date", "birthDate")]
    [InlineData("birthdate", "birthDate")]
    [InlineData("address postal", "postalAddress")]
    [InlineData("name", "name")]
    [InlineData("이름", "label")]
    public async Task The_best_hit_comes_first(string query, string expected)
    {
        await using var library = await Library.OpenAsync();
        var hit = Search(await library.HeadAsync(), query).Nodes[0];
        (hit.Member?.Name ?? hit.Element.Name).ShouldBe(expected);
    }

    [Fact]
    public async Task A_beginning_stands_before_a_words_beginning_and_that_before_a_part()
    {
        await using var library = await Library.OpenAsync();
        Names(Search(await library.HeadAsync(), "a")).ShouldBe(
            ["Author", "authors", "Book", "postalAddress", "label", "name", "penName", "birthDate", "Person"], Case.Sensitive);
    }

    [Fact]
    public async Task Facets_count_all_hits_and_kinds_narrow_them()
    {
        await using var library = await Library.OpenAsync();
        var head = await library.HeadAsync();
        var all = Search(head, "author", first: 1);
        all.Facets.ShouldBe([new(SearchKind.ObjectType, 1), new(SearchKind.LinkEnd, 1)]);
        all.TotalCount.ShouldBe(2);
        var ends = Search(head, "author", [SearchKind.LinkEnd]);
        ends.Nodes.ShouldHaveSingleItem().Member!.Name.ShouldBe("authors");
        ends.TotalCount.ShouldBe(1);
        ends.Facets.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_nowhere_is_not_found()
    {
        await using var library = await Library.OpenAsync();
        var none = Search(await library.HeadAsync(), "zebra");
        none.Nodes.ShouldBeEmpty();
        none.Facets.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Nothing_to_look_for_is_refused(string query)
    {
        await using var library = await Library.OpenAsync();
        var head = await library.HeadAsync();
        Should.Throw<GraphQLException>(() => Search(head, query)).Errors[0].Code.ShouldBe("ARGUMENT_OUT_OF_RANGE");
        Should.Throw<GraphQLException>(() => Search(head, new string('a', 201))).Errors[0].Code.ShouldBe("ARGUMENT_OUT_OF_RANGE");
    }

    private static SearchConnection Search(Revision revision, string query, SearchKind[]? kinds = null, int? first = 50) =>
        new OntologyNode(revision).Search(query, kinds, first, null, null, null);

    private static string[] Names(SearchConnection hits) => [.. hits.Nodes.Select(h => h.Member?.Name ?? h.Element.Name)];
}
