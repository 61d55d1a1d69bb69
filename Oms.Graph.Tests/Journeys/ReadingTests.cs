using System.Globalization;
using System.Text.Json;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Journeys;

/// <summary>Lists, versions, identities and search, read as a user interface reads them.</summary>
public sealed class ReadingTests(SharedServer server) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task A_list_is_paged_to_its_end_both_ways()
    {
        await server.BranchAsync("pages");
        await server.CommitAsync("pages", [.. Enumerable.Range(0, 25).Select(i => new { createObjectType = new { name = $"Type{i:D2}" } })]);
        var expected = Enumerable.Range(0, 25).Select(i => $"Type{i:D2}").ToArray();
        (await Walk("first: 7, after: $cursor", "hasNextPage", "endCursor")).SelectMany(p => p).ShouldBe(expected);
        (await Walk("last: 7, before: $cursor", "hasPreviousPage", "startCursor")).AsEnumerable().Reverse().SelectMany(p => p).ShouldBe(expected);

        async Task<List<string[]>> Walk(string arguments, string more, string next)
        {
            List<string[]> pages = [];
            string? cursor = null;
            do
            {
                var page = (await server.ReadAsync(
                    $"query ($cursor: String) {{ ontology(branch: \"pages\") {{ objectTypes({arguments}) {{ totalCount nodes {{ name }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }} }}",
                    new { cursor })).At("ontology.objectTypes");
                page.Number("totalCount").ShouldBe(25);
                pages.Add(page.Texts("nodes.name"));
                cursor = page.At($"pageInfo.{more}").GetBoolean() ? page.Text($"pageInfo.{next}") : null;
            }
            while (cursor is not null);
            pages.Count.ShouldBe(4);
            return pages;
        }
    }

    [Fact]
    public async Task Filters_and_orders_choose_and_sort()
    {
        await server.BranchAsync("filters");
        await server.CommitAsync("filters", Model.EveryKind);
        await server.CommitAsync("filters", new { createObjectType = new { name = "Room", tags = new[] { "place" }, isAbstract = true, status = "EXPERIMENTAL" } });
        var ontology = (await server.ReadAsync("""
            { ontology(branch: "filters") {
              down: objectTypes(order: [{ name: DESC }]) { nodes { name } }
              tagged: objectTypes(where: { tags: { some: { in: ["place", "hr"] } } }) { totalCount nodes { name } }
              both: objectTypes(where: { or: [{ name: { startsWith: "Emp" } }, { isAbstract: { eq: true } }] }) { nodes { name } }
              heirs: objectTypes(where: { parents: { some: { eq: "ot-person" } } }) { nodes { name } }
              experimental: objectTypes(where: { status: { neq: ACTIVE } }, order: [{ status: ASC }, { name: DESC }]) { nodes { name } }
              korean: objectTypes(where: { displayName: { contains: "사" } }) { totalCount }
              many: linkTypes(where: { cardinality: { in: [MANY_TO_MANY] }, fromType: { eq: "ot-person" } }) { nodes { name } }
              none: functionTypes(where: { runtime: { eq: SQL } }) { totalCount nodes { name } pageInfo { startCursor hasNextPage } }
            } }
            """)).At("ontology");
        ontology.Texts("down.nodes.name").ShouldBe(["Room", "Person", "Employee"]);
        ontology.Texts("tagged.nodes.name").ShouldBe(["Person", "Room"]);
        ontology.Texts("both.nodes.name").ShouldBe(["Employee", "Room"]);
        ontology.Texts("heirs.nodes.name").ShouldBe(["Employee"]);
        ontology.Texts("experimental.nodes.name").ShouldBe(["Room"]);
        ontology.Texts("many.nodes.name").ShouldBe(["knowsLink"]);
        ontology.Number("none.totalCount").ShouldBe(0);
        ontology.IsNull("none.pageInfo.startCursor").ShouldBeTrue();
    }

    [Theory]
    [InlineData("first: -1")]
    [InlineData("first: 1001")]
    [InlineData("first: 1, last: 1")]
    [InlineData("first: 1, after: \"no cursor\"")]
    public async Task A_page_that_can_not_be_is_an_error_with_a_place(string arguments)
    {
        var answer = await server.AskAsync("viewer", $"{{ ontology {{ hash objectTypes({arguments}) {{ totalCount }} }} }}");
        var error = answer.At("errors").EnumerateArray().ShouldHaveSingleItem();
        error.Text("extensions.code").ShouldNotBeNullOrEmpty();
        error.Texts("path").ShouldBe(["ontology", "objectTypes"]);
        error.Text("message")!.ShouldNotContain("Unexpected");
    }

    [Fact]
    public async Task Every_id_leads_back_to_its_object()
    {
        await server.BranchAsync("ids");
        await server.CommitAsync("ids", Model.EveryKind);
        var read = await server.ReadAsync("""
            { ontology(branch: "ids") { commit { id }
                objectTypes { nodes { id members { id } } } linkTypes { nodes { id members { id } } } interfaces { nodes { id members { id } } } sharedProperties { nodes { id } }
                valueTypes { nodes { id } } structTypes { nodes { id members { id } } } actionTypes { nodes { id members { id } } } functionTypes { nodes { id members { id } } } }
              branch(name: "ids") { id } dataTypes { id } }
            """);
        var ids = Ids(read).Distinct().ToArray();
        ids.Length.ShouldBeGreaterThan(40);
        foreach (var some in ids.Chunk(50))
        {
            var nodes = (await server.ReadAsync("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", new { ids = some })).At("nodes");
            nodes.EnumerateArray().Select(n => n.ValueKind == JsonValueKind.Null ? "null" : n.Text("id")).ShouldBe(some);
        }

        var odd = await server.ReadAsync("query ($ids: [ID!]!) { nodes(ids: $ids) { id } node(id: \"%%%\") { id } }", new { ids = new[] { "bogus", "", ids[0] } });
        odd.At("nodes").EnumerateArray().Select(n => n.ValueKind).ShouldBe([JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Object]);
        odd.IsNull("node").ShouldBeTrue();
        var many = await server.AskAsync("viewer", "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = Enumerable.Repeat(ids[0], 51) });
        many.Text("errors.0.extensions.code").ShouldBe("HC0076");
    }

    [Fact]
    public async Task An_older_version_is_read_by_commit_and_by_moment()
    {
        await server.BranchAsync("versions");
        var first = await server.CommitAsync("versions", new { createObjectType = new { id = "ot-thing", name = "Thing" } });
        await Task.Delay(20);
        var between = DateTimeOffset.UtcNow;
        await Task.Delay(20);
        await server.CommitAsync("versions", new { rename = new { element = "Thing", name = "Object" } });
        var read = await server.ReadAsync(
            """
            query ($commit: String!, $short: String!, $time: DateTime!) {
              now: ontology(branch: "versions") { hash element(id: "ot-thing") { name } }
              byCommit: ontology(branch: "versions", at: { commit: $commit }) { hash element(id: "ot-thing") { id name } commit { hash } }
              byShort: ontology(branch: "versions", at: { commit: $short }) { hash }
              byTime: ontology(branch: "versions", at: { time: $time }) { hash element(id: "ot-thing") { name } }
              branch(name: "versions") { ontology(at: { commit: $commit }) { element(id: "ot-thing") { name } } }
            }
            """,
            new { commit = first, @short = first[..8], time = between.ToString("O", CultureInfo.InvariantCulture) });
        read.Text("now.element.name").ShouldBe("Object");
        read.Text("byCommit.element.name").ShouldBe("Thing");
        read.Text("byShort.hash").ShouldBe(read.Text("byCommit.hash"));
        read.Text("byTime.hash").ShouldBe(read.Text("byCommit.hash"));
        read.Text("branch.ontology.element.name").ShouldBe("Thing");
        (await server.ReadAsync("query ($id: ID!) { node(id: $id) { ... on ObjectType { name } } }", new { id = read.Text("byCommit.element.id") })).Text("node.name").ShouldBe("Thing", "an id names the version it was read at");
        foreach (var (at, code) in new[] { ("{ commit: \"ffffffff\" }", "COMMIT_NOT_FOUND"), ("{ time: \"2001-01-01T00:00:00Z\" }", "TIME_TOO_EARLY"), ("{ commit: \"zz\" }", "COMMIT_NOT_FOUND") })
            (await server.AskAsync("viewer", $"{{ ontology(branch: \"versions\", at: {at}) {{ hash }} }}")).Text("errors.0.extensions.code").ShouldBe(code);
        (await server.AskAsync("viewer", "{ ontology(branch: \"nowhere\") { hash } }")).Text("errors.0.extensions.code").ShouldBe("BRANCH_NOT_FOUND");
    }

    [Fact]
    public async Task The_log_of_a_branch_and_of_an_element_tell_what_was_done()
    {
        await server.BranchAsync("logs");
        await server.CommitAsync("logs", Model.EveryKind);
        for (var i = 0; i < 12; i++)
            await server.CommitAsync("logs", new { updateObjectType = new { element = "ot-person", icon = $"icon-{i}" } });
        await server.CommitAsync("logs", new { updateStructType = new { element = "Address", tags = new[] { "x" } } });
        var log = await server.ReadAsync("""
            { branch(name: "logs") { ahead behind head { generation parents { hash } }
                commits(first: 5) { totalCount nodes { hash generation } pageInfo { hasNextPage endCursor } } }
              ontology(branch: "logs") { element(id: "ot-person") { history(first: 50) { totalCount nodes { changes(where: { kind: { eq: OBJECT_TYPE } }) { nodes { name operation before after hashBefore hashAfter } } } } } } }
            """);
        log.Number("branch.ahead").ShouldBe(14);
        log.Number("branch.behind").ShouldBe(0);
        log.Number("branch.commits.totalCount").ShouldBe(15);
        log.Texts("branch.commits.nodes.generation").ShouldBe(["15", "14", "13", "12", "11"]);
        log.Number("ontology.element.history.totalCount").ShouldBe(13);
        log.Text("ontology.element.history.nodes.0.changes.nodes.0.before.icon").ShouldBe("icon-10");
        log.Text("ontology.element.history.nodes.0.changes.nodes.0.after.icon").ShouldBe("icon-11");
        log.IsNull("ontology.element.history.nodes.12.changes.nodes.0.before").ShouldBeTrue();

        List<string> all = [.. log.Texts("branch.commits.nodes.generation")];
        for (var page = log.At("branch.commits"); page.At("pageInfo.hasNextPage").GetBoolean();)
        {
            page = (await server.ReadAsync(
                "query ($after: String) { branch(name: \"logs\") { commits(first: 5, after: $after) { nodes { generation } pageInfo { hasNextPage endCursor } } } }",
                new { after = page.Text("pageInfo.endCursor") })).At("branch.commits");
            all.AddRange(page.Texts("nodes.generation"));
        }

        all.ShouldBe(Enumerable.Range(1, 15).Reverse().Select(g => g.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Ahead_and_behind_count_what_the_other_has_not()
    {
        await server.BranchAsync("trunk");
        await server.CommitAsync("trunk", new { createObjectType = new { name = "Shared" } });
        await server.DoAsync("createBranch", new { name = "twig", from = new { branch = "trunk" } }, "branch { createdFrom { name } createdAtCommit { hash } }");
        await server.CommitAsync("twig", new { createObjectType = new { name = "One" } });
        await server.CommitAsync("twig", new { createObjectType = new { name = "Two" } });
        await server.CommitAsync("trunk", new { createObjectType = new { name = "Three" } });
        var twig = (await server.ReadAsync("""{ branch(name: "twig") { ahead behind main: ahead(of: "main") back: behind(of: "main") createdFrom { name behind(of: "twig") } } }""")).At("branch");
        twig.Number("ahead").ShouldBe(2);
        twig.Number("behind").ShouldBe(1);
        twig.Number("main").ShouldBe(3);
        twig.Number("back").ShouldBe(0);
        twig.Number("createdFrom.behind").ShouldBe(2);
        (await server.AskAsync("viewer", """{ branch(name: "twig") { ahead(of: "nowhere") } }""")).Text("errors.0.extensions.code").ShouldBe("BRANCH_NOT_FOUND");
    }

    [Fact]
    public async Task Search_finds_names_labels_and_descriptions_the_best_first()
    {
        await server.BranchAsync("search");
        await server.CommitAsync("search", Model.EveryKind);
        var found = (await server.ReadAsync("""
            { ontology(branch: "search") {
              person: search(query: "person") { totalCount facets { kind count } nodes { kind element { name } member { name } field score } }
              korean: search(query: "사람") { nodes { element { name } language field text } }
              members: search(query: "street", kinds: [STRUCT_FIELD]) { nodes { element { name } member { name } } }
              nothing: search(query: "zebra crossing") { totalCount nodes { text } }
            } }
            """)).At("ontology");
        found.Text("person.nodes.0.element.name").ShouldBe("Person");
        found.Texts("person.nodes.kind").ShouldContain("PARAMETER");
        found.Text("korean.nodes.0.element.name").ShouldBe("Person");
        found.Text("korean.nodes.0.language").ShouldBe("ko");
        found.Text("members.nodes.0.element.name").ShouldBe("Address");
        found.Number("nothing.totalCount").ShouldBe(0);
    }

    [Fact]
    public async Task Branches_are_filtered_ordered_and_paged()
    {
        foreach (var name in new[] { "list/c", "list/a", "list/b" })
            await server.BranchAsync(name);
        await server.DoAsync("archiveBranch", new { branch = "list/a", reason = "over" }, "branch { state }");
        var read = await server.ReadAsync("""
            { all: branches(where: { name: { startsWith: "list/" } }) { totalCount nodes { name } }
              open: branches(where: { name: { startsWith: "list/" }, state: { eq: ACTIVE } }, order: [{ name: DESC }]) { nodes { name } }
              young: branches(where: { name: { startsWith: "list/" } }, order: [{ createdAt: ASC }], first: 1) { nodes { name } pageInfo { hasNextPage } }
              guarded: branches(where: { isProtected: { eq: true } }) { nodes { name } } }
            """);
        read.Texts("all.nodes.name").ShouldBe(["list/a", "list/b", "list/c"]);
        read.Texts("open.nodes.name").ShouldBe(["list/c", "list/b"]);
        read.Texts("young.nodes.name").ShouldBe(["list/c"]);
        read.Texts("guarded.nodes.name").ShouldBe(["main"]);
    }

    private static IEnumerable<string> Ids(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Ids),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Name == "id" ? [p.Value.GetString()!] : Ids(p.Value)),
        _ => [],
    };
}
