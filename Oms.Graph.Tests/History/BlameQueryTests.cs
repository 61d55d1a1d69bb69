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

    private static object Property(string name) => new { name, type = new { dataType = "string" } };
}
