using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.History;

/// <summary>Blame through the door.</summary>
public sealed class BlameQueryTests(SharedServer server) : IClassFixture<SharedServer>
{
    private const string Query = """
        query ($element: ID!, $at: VersionInput, $fields: Boolean! = false) {
          blame(element: $element, branch: "blamed", at: $at, fields: $fields) { member name field commit { author message issues { id } } }
        }
        """;

    [Fact]
    public async Task Each_member_has_its_author_and_issue_also_after_a_merge()
    {
        await server.BranchAsync("blamed");
        var start = await server.DoAsync("commit", new
        {
            branch = "blamed", message = "start", issues = new[] { "OMS-1" },
            operations = new object[]
            {
                new { createObjectType = new { name = "Blamed", properties = new object[] { Property("first"), Property("second") } } },
            },
        }, "results { element } commit { hash }");
        var element = start.Text("results.0.element")!;
        await server.BranchFromAsync("blamed-side", "blamed");
        await server.DoAsync("commit", new
        {
            branch = "blamed-side", message = "third", issues = new[] { "OMS-3" }, operations = new object[] { new { addProperty = new { element, property = Property("third") } } },
        }, "commit { hash }", user: "ann");
        await server.DoAsync("commit", new
        {
            branch = "blamed", message = "renamed", issues = new[] { "OMS-2" }, operations = new object[] { new { rename = new { element, name = "BlamedAgain" } } },
        }, "commit { hash }", user: "bob");
        await server.DoAsync("mergeBranch", new { into = "blamed", from = "blamed-side", message = "merge", issues = new[] { "OMS-4" } }, "commit { hash }", "admin");

        var lines = (await server.ReadAsync(Query, new { element })).At("blame");
        lines.EnumerateArray().Select(l => (l.Text("name"), l.Text("commit.author"), l.Text("commit.issues.0.id")))
            .ShouldBe([("BlamedAgain", "bob", "OMS-2"), ("first", "developer", "OMS-1"), ("second", "developer", "OMS-1"), ("third", "ann", "OMS-3")]);

        var then = (await server.ReadAsync(Query, new { element, at = new { commit = start.Text("commit.hash") }, fields = true })).At("blame");
        then.EnumerateArray().ShouldAllBe(l => l.Text("commit.message") == "start");
        then.EnumerateArray().ShouldContain(l => l.Text("field") == "type");
        (await server.AskAsync("viewer", Query, new { element = "ot-nobody" })).Text("errors.0.extensions.code").ShouldBe("ELEMENT_NOT_FOUND");
    }

    [Fact]
    public async Task What_a_proposal_brought_names_the_proposal_and_what_came_otherwise_none()
    {
        await server.BranchAsync("proposed/main");
        var start = await server.DoAsync("commit", new
        {
            branch = "proposed/main", message = "start", issues = new[] { "OMS-1" },
            operations = new object[] { new { createObjectType = new { name = "Proposed", properties = new object[] { Property("before") } } } },
        }, "results { element }");
        var element = start.Text("results.0.element")!;
        await server.BranchFromAsync("proposed/work", "proposed/main");
        await server.CommitAsync("proposed/work", new { addProperty = new { element, property = Property("after") } });
        var created = await server.DoAsync(
            "createProposal", new { source = "proposed/work", target = "proposed/main", title = "more", issues = new[] { "OMS-1" } }, "proposal { key }");
        var proposal = created.Text("proposal.key")!;
        const string query = """query ($element: ID!, $branch: String!) { blame(element: $element, branch: $branch) { name proposal { key } } }""";
        (await server.ReadAsync(query, new { element, branch = "proposed/work" })).At("blame").EnumerateArray().ShouldAllBe(l => l.IsNull("proposal"));

        await server.DoAsync("approveProposal", new { proposal }, "proposal { key }", "reviewer");
        await server.DoAsync("mergeProposal", new { proposal }, "proposal { key }", "admin");

        (await server.ReadAsync(query, new { element, branch = "proposed/main" })).At("blame").EnumerateArray()
            .Select(l => (l.Text("name"), l.IsNull("proposal") ? null : l.Text("proposal.key")))
            .ShouldBe([("Proposed", null), ("before", null), ("after", proposal)]);
    }

    private static object Property(string name) => new { name, type = new { dataType = "string" } };
}
