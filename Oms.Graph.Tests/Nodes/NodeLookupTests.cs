using Oms.Graph.Audit;
using Oms.Graph.Branches;
using Oms.Graph.History;
using Oms.Graph.Nodes;
using Oms.Graph.Ontology;
using Oms.Graph.Tests.Ontology;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Nodes;

public sealed class NodeLookupTests
{
    [Fact]
    public async Task Every_node_is_found_by_its_own_id()
    {
        await using var library = await Library.OpenAsync();
        var ontology = new OntologyNode(await library.HeadAsync());
        var person = ontology.ObjectType("ot-person", null).ShouldNotBeNull();
        var wrote = ontology.LinkType("lt-wrote", null).ShouldNotBeNull();
        string[] ids =
        [
            person.Id, person.Properties(false)[0].Id, wrote.Id, wrote.From.Id, ontology.Branch.Id, ontology.Commit.Id,
            ontology.BuiltInStructTypes[0].Id, ontology.BuiltInStructTypes[0].Fields[0].Id, OntologyQueries.GetDataTypes()[0].Id,
            new AuditEntryNode((await library.Registry.Store.GetAuditAfterAsync(0, 1, library.Cancel))[0]).Id,
        ];
        var lookup = new NodeLookup(library.Registry, library.NewPin(), library.Commits, library.Releases, new(library.Registry.Store));
        foreach (var id in ids)
            IdOf((await lookup.FindAsync(id, library.Cancel)).ShouldNotBeNull()).ShouldBe(id);
    }

    [Fact]
    public async Task An_id_of_a_commit_reads_that_commit_for_good()
    {
        await using var library = await Library.OpenAsync();
        var branch = await library.BranchAsync("main");
        var old = await library.NewPin().AtAsync(branch, new() { Commit = branch.Head.Value }, library.Cancel);
        var id = new OntologyNode(old).ObjectType("ot-book", null)!.Id;
        await library.DescribeAsync("main", "ot-book", "New words.");
        var found = await new NodeLookup(library.Registry, library.NewPin(), library.Commits, library.Releases, new(library.Registry.Store)).FindAsync(id, library.Cancel);
        found.ShouldBeOfType<ObjectTypeNode>().Description("en").ShouldBeNull();
    }

    [Theory]
    [InlineData("LinkType", "main", "ot-person")]
    [InlineData("ObjectType", "nowhere", "ot-person")]
    [InlineData("ObjectType", "main", "ot-nobody")]
    [InlineData("ObjectType", "@0123", "ot-person")]
    [InlineData("Nothing", "main", "ot-person")]
    public async Task What_is_not_there_is_null(string type, string version, string element)
    {
        await using var library = await Library.OpenAsync();
        var lookup = new NodeLookup(library.Registry, library.NewPin(), library.Commits, library.Releases, new(library.Registry.Store));
        (await lookup.FindAsync(GlobalId.Of(type, version, element), library.Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_member_is_not_found_under_another_type()
    {
        await using var library = await Library.OpenAsync();
        var lookup = new NodeLookup(library.Registry, library.NewPin(), library.Commits, library.Releases, new(library.Registry.Store));
        (await lookup.FindAsync(GlobalId.Of("Parameter", "main", "ot-person", "m-name"), library.Cancel)).ShouldBeNull();
        (await lookup.FindAsync(GlobalId.Of("Property", "main", "ot-person", "m-name"), library.Cancel)).ShouldBeOfType<PropertyNode>();
    }

    private static string IdOf(object node) => node switch
    {
        ElementNode element => element.Id,
        MemberNode member => member.Id,
        BranchNode branch => branch.Id,
        CommitNode commit => commit.Id,
        AuditEntryNode entry => entry.Id,
        DataTypeNode type => type.Id,
        _ => throw new InvalidOperationException(node.GetType().Name),
    };
}
