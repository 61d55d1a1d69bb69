using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Journeys;

/// <summary>What a page of a user interface asks passes; what takes the server's time for nothing is refused with the limit.</summary>
public sealed class AbuseTests(SharedServer server) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task A_thousand_types_with_their_properties_pass() => await server.ReadAsync("""
        { ontology { objectTypes(first: 1000) { totalCount nodes { id name displayNames { language text } properties { id name type { __typename } }
          links(first: 3) { nodes { id name } } } } } }
        """);

    [Theory]
    [InlineData("{ ontology { objectTypes(first: 1000) { nodes { links(first: 1000) { nodes { name } } } } } }", "HC0047")]
    [InlineData("{ a: auditIntegrity { isIntact } b: auditIntegrity { isIntact } c: auditIntegrity { isIntact } d: auditIntegrity { isIntact } e: auditIntegrity { isIntact } f: auditIntegrity { isIntact } }", "HC0047")]
    [InlineData("{ ontology { objectTypes(first: 1000) { nodes { usages(first: 1000) { nodes { element { usages(first: 1000) { totalCount } } } } } } } }", "HC00")]
    public async Task What_multiplies_is_refused_with_the_limit_and_the_cost(string document, string code)
    {
        var error = (await server.AskAsync("auditor", document)).GetProperty("errors")[0];
        error.Text("extensions.code").ShouldStartWith(code);
        if (code == "HC0047")
            error.ToString().ShouldContain("100000");
    }

    [Fact]
    public async Task The_page_size_counts_by_its_variable()
    {
        const string Document = "query ($n: Int) { ontology { objectTypes(first: $n) { nodes { properties { name type { __typename } } children(first: $n) { nodes { name } } } } } }";
        await server.ReadAsync(Document, new { n = 100 });
        (await server.AskAsync("viewer", Document, new { n = 1000 })).GetProperty("errors")[0].Text("extensions.code").ShouldBe("HC0047");
    }
}
