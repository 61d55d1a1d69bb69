using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;
using Oms.Engine.Types;
using Oms.Graph.Editing;
using Oms.Graph.Nodes;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Editing;

public class ContractTests
{
    private static readonly Schema Schema = ReadSchema();

    [Fact]
    public void Every_refusal_of_the_domain_is_a_type_of_the_contract_and_the_other_way_round()
    {
        var error = (InterfaceType)Schema.Types["Error"];

        Schema.Types.OfType<Engine.Types.ObjectType>().Where(t => t.Interfaces.Contains(error)).Select(t => t.Name)
            .ShouldBe(RefusalTypes.All.Select(t => $"{t.Name}Error"), ignoreOrder: true);
    }

    // What is wrong with an event that comes in is told to nobody: it stands in the audit log, and in the log of events.
    private static readonly string[] OfIncomingEvents = ["EventIdReusedError", "MalformedEventError"];

    [Fact]
    public void Every_refusal_can_be_answered_by_some_mutation()
    {
        var answered = Schema.Types.OfType<UnionType>().Where(u => u.Name.EndsWith("Error", StringComparison.Ordinal))
            .SelectMany(u => u.PossibleTypes).Select(t => t.Name).Distinct();

        answered.Concat(OfIncomingEvents).ShouldBe(RefusalTypes.All.Select(t => $"{t.Name}Error"), ignoreOrder: true);
    }

    [Fact]
    public void Every_operation_of_the_contract_is_read()
    {
        var operations = (InputObjectType)Schema.Types["OperationInput"];
        var reader = new OperationReader(operations);

        foreach (var field in operations.Fields)
        {
            var read = reader.Read([Map((field.Name, Example((InputObjectType)field.Type.NamedType)))]);
            read.Refusals.ShouldBeEmpty(field.Name);
        }
    }

    [Fact]
    public void Every_field_that_can_be_made_can_be_changed_and_exists_in_the_model()
    {
        foreach (var kind in Enum.GetValues<ElementKind>())
        {
            var made = Names($"Create{kind}Input");
            var changed = Names($"Update{kind}Input");
            made.Except(changed).ShouldBeSubsetOf(["id", "name", "from", "to"], $"{kind}");
            changed.Except(made).ShouldBe(["element"]);
        }

        string[] Names(string type) => [.. ((InputObjectType)Schema.Types[type]).Fields.Select(f => f.Name)];
    }

    [Fact]
    public void An_update_tells_null_from_absent_and_texts_by_language()
    {
        var update = (UpdateElement)ReadOne("updateObjectType", Map(
            ("element", "Person"),
            ("color", null),
            ("displayName", new object?[] { Map(("language", "ko"), ("text", "사람")), Map(("language", "en"), ("text", null)) }),
            ("parents", new object?[] { "Thing" })));

        update.Kind.ShouldBe(ElementKind.ObjectType);
        update.Element.Value.ShouldBe("Person");
        update.Patch.Text.ShouldBe("""{"color":null,"displayName":{"en":null,"ko":"사람"},"parents":["Thing"]}""");
    }

    [Fact]
    public void In_a_list_that_replaces_another_null_is_absent()
    {
        var update = (UpdateElement)ReadOne("updateObjectType", Map(
            ("element", "Person"),
            ("properties", new object?[] { Map(("name", "age"), ("type", Map(("dataType", "integer"), ("items", null))), ("isIndexed", null)) })));

        update.Patch.Text.ShouldBe("""{"properties":[{"name":"age","type":{"dataType":"integer"}}]}""");
    }

    [Fact]
    public void A_global_id_is_taken_as_the_stable_id_within_it()
    {
        var rename = (RenameElement)ReadOne("rename", Map(
            ("element", GlobalId.Of("ObjectType", "main", "ot-person")), ("kind", "OBJECT_TYPE"), ("name", "Human")));
        var remove = (RemoveMember)ReadOne("removeMember", Map(
            ("element", "ot-person"), ("member", GlobalId.Of("Property", "main", "ot-person", "m-1")), ("force", false)));

        rename.Element.Value.ShouldBe("ot-person");
        rename.Kind.ShouldBe(ElementKind.ObjectType);
        remove.Member.Value.ShouldBe("m-1");
    }

    [Fact]
    public void A_value_that_a_field_can_not_hold_is_refused_with_its_place()
    {
        var read = new OperationReader((InputObjectType)Schema.Types["OperationInput"]).Read(
        [
            Map(("restore", Map(("element", "Person")))),
            Map(("createObjectType", Map(("name", "Person"), ("status", "NO_SUCH_STATUS")))),
        ]);

        var refusal = read.Refusals.ShouldHaveSingleItem().ShouldBeOfType<MalformedInput>();
        refusal.Path.ShouldBe(["operations", "1", "createObjectType", "status"]);
    }

    private static Operation ReadOne(string name, IReadOnlyDictionary<string, object?> value)
    {
        var read = new OperationReader((InputObjectType)Schema.Types["OperationInput"]).Read([Map((name, value))]);
        read.Refusals.ShouldBeEmpty();
        return read.Value.ShouldHaveSingleItem();
    }

    private static Dictionary<string, object?> Map(params (string Name, object? Value)[] fields) => fields.ToDictionary(f => f.Name, f => f.Value);

    // A value for every field, so that one which nothing in the model takes is found.
    private static Dictionary<string, object?> Example(InputObjectType type, int depth = 0) => type.Fields
        .Where(f => depth < 3 || f.Type.IsNonNull || f.Name == "dataType")
        .ToDictionary(f => f.Name, f => Example(f.Type.NullableType, depth + 1));

    private static object? Example(IType type, int depth) => type switch
    {
        ListType list => new[] { Example(list.ItemType.NullableType, depth) },
        InputObjectType input => Example(input, depth),
        EnumType values => values.Values[0].Name,
        ScalarType { Name: "Int" } => 1,
        ScalarType { Name: "Boolean" } => true,
        ScalarType { Name: "LocalDate" } => new DateOnly(2026, 3, 1),
        ScalarType { Name: "JSON" } => new JsonLiteral("1"),
        _ => "text",
    };

    private static Schema ReadSchema()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "schema.graphql")))
            folder = folder.Parent;
        return SchemaBuilder.New()
            .AddDocumentFromString(File.ReadAllText(Path.Combine(folder!.FullName, "schema.graphql")), "schema.graphql")
            .AddDefaults(Oms.Engine.Configuration.ServerDirectives.Document)
            .Build();
    }
}
