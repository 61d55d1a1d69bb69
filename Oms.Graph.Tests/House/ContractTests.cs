using Oms.Domain.Access;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.House;

/// <summary>What holds of schema.graphql as a whole, whoever wrote the chapter.</summary>
public sealed class ContractTests
{
    private static readonly Schema Contract = Read();

    [Fact]
    public void Root_fields_of_queries_and_mutations_are_nullable_so_that_a_refused_one_leaves_the_others() =>
        Contract.QueryType.Fields.Concat(Contract.MutationType!.Fields).Where(f => f.Type is NonNullType).Select(f => f.Coordinate).ShouldBeEmpty();

    [Fact]
    public void Every_root_field_says_who_may_use_it() =>
        new[] { Contract.QueryType, Contract.MutationType!, Contract.SubscriptionType! }.SelectMany(t => t.Fields)
            .Where(f => f.FindDirective("authorize") is null && f.FindDirective("public") is null).Select(f => f.Coordinate).ShouldBeEmpty();

    [Fact]
    public void Every_policy_is_a_right()
    {
        var members = Contract.Types.OfType<ObjectType>().SelectMany(t => t.Fields.Prepend<TypeSystemMember>(t));
        var policies = members.SelectMany(m => m.Directives).Where(d => d.Name == "authorize").Select(d => d.GetString("policy")).OfType<string>().Distinct();
        policies.Where(p => RightNames.Find(p) is null).ShouldBeEmpty();
    }

    [Fact]
    public void Everything_that_can_be_read_is_described()
    {
        var own = Contract.Types.Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal) && t.Name != "ApplyPolicy").ToList();
        var fields = own.OfType<ComplexType>().SelectMany(t => t.Fields);
        var values = own.OfType<EnumType>().SelectMany(t => t.Values);
        own.Concat<TypeSystemMember>(fields).Concat(values).Where(m => string.IsNullOrWhiteSpace(m.Description)).Select(m => m.Coordinate).ShouldBeEmpty();
    }

    [Fact]
    public void Every_connection_is_asked_for_pages_and_has_what_Relay_asks_for()
    {
        var fields = Contract.Types.OfType<ComplexType>().SelectMany(t => t.Fields)
            .Where(f => NameOf(f.Type).EndsWith("Connection", StringComparison.Ordinal)).ToList();
        fields.Count.ShouldBeGreaterThan(20);
        fields.Where(f => !f.Arguments.Contains("first") || !f.Arguments.Contains("after")).Select(f => f.Coordinate).ShouldBeEmpty();
        fields.Where(f => f.Arguments.Contains("last") != f.Arguments.Contains("before")).Select(f => f.Coordinate).ShouldBeEmpty();
        var connections = Contract.Types.OfType<ObjectType>().Where(t => t.Name.EndsWith("Connection", StringComparison.Ordinal));
        connections.Where(t => !new[] { "edges", "nodes", "pageInfo", "totalCount" }.All(t.Fields.Contains)).Select(t => t.Name).ShouldBeEmpty();
    }

    [Fact]
    public void What_has_a_global_id_is_a_node()
    {
        var node = (InterfaceType)Contract.Types["Node"];
        foreach (var name in new[] { "ObjectType", "Property", "Branch", "Commit", "AuditEntry", "DataType" })
            ((ObjectType)Contract.Types[name]).Implements(node).ShouldBeTrue(name);
    }

    private static string NameOf(IType type) => type switch
    {
        NonNullType nonNull => NameOf(nonNull.NullableType),
        NamedType named => named.Name,
        _ => string.Empty,
    };

    private static Schema Read() =>
        SchemaBuilder.New().AddDocumentFromString(File.ReadAllText(Path.Combine(Checkout.Folder, "schema.graphql")), "schema.graphql")
            .AddDefaults(Oms.Engine.Configuration.ServerDirectives.Document)
            .Build();
}
