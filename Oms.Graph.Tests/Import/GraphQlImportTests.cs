using System.Text;
using Oms.Domain.Import;
using Oms.Domain.Import.GraphQl;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Graph.Import;
using Oms.Graph.Import.GraphQl;
using Oms.Graph.Tests.Compatibility;
using Shouldly;
using Xunit;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Graph.Tests.Import;

public sealed class GraphQlImportTests
{
    private const string Library = """
        "Where it all starts."
        type Query { book(id: ID!): Book books(first: Int = 10): [Book!]! }
        type Mutation { lend(book: ID!, to: LendInput!): Loan }
        interface Node { id: ID! }
        interface Named implements Node { id: ID! name: String! }
        "Something to read."
        type Book implements Node & Named { id: ID! name: String! tags: [String!] kind: Kind! authors(first: Int = 5, orderBy: Order = NAME): [Person]! next: Book price: Money @deprecated(reason: "Free.") }
        type Person implements Node { id: ID! }
        type Loan { of: Thing! }
        union Thing = Book | Person
        enum Kind { "On paper." PAPER AUDIO @deprecated(reason: "Stream.") }
        enum Order { NAME DATE }
        scalar Money @specifiedBy(url: "https://example.org/money")
        input LendInput { days: Int! = 7 note: String card: CardInput }
        input CardInput @oneOf { number: String id: ID }
        directive @cost(is: Int) on FIELD_DEFINITION
        """;

    [Fact]
    public void Types_interfaces_unions_and_inputs_are_object_types_and_interfaces()
    {
        var library = Import(Library);
        var book = library.Named<ObjectType>("Book");
        book.Description.In("en").ShouldBe("Something to read.");
        book.Properties.Select(p => p.Name).ShouldBe(["id", "name", "tags", "kind", "price"]);
        book.Interfaces.ShouldBe([library.Named<Interface>("Node").Id, library.Named<Interface>("Named").Id, library.Named<Interface>("Thing").Id]);
        library.Named<Interface>("Named").Properties.Select(p => p.Name).ShouldBe(["name"], "id comes from the interface it extends");
        library.Named<ObjectType>("LendInput").Tags.ShouldBe(["graphql-input"]);
        library.Named<ObjectType>("CardInput").Tags.ShouldBe(["graphql-input", "oneOf"]);
        library.Named<ObjectType>("LendInput").Properties[0].DefaultValue!.Text.ShouldBe("7");
        library.Elements.OfType<ObjectType>().ShouldNotContain(t => t.Name.StartsWith("Query"));
    }

    [Fact]
    public void Enums_and_scalars_are_value_types()
    {
        var library = Import(Library);
        var kind = library.Named<ValueType>("Kind");
        kind.Constraints.ShouldHaveSingleItem().Value.Text.ShouldBe("""["AUDIO","PAPER"]""");
        kind.Description.In("en").ShouldBe("- AUDIO:  (deprecated: Stream.)\n- PAPER: On paper.");
        library.Named<ValueType>("Money").Description.In("en").ShouldBe("Specified by https://example.org/money");
        library.Named<ObjectType>("Book").Properties[3].Type!.ValueType.ShouldBe(kind.Id);
        library.Named<ObjectType>("Book").Properties[0].Type!.ValueType.ShouldBe(library.Named<ValueType>("ID_").Id);
    }

    [Fact]
    public void A_field_that_leads_on_is_a_link_and_one_with_arguments_a_function_besides()
    {
        var library = Import(Library);
        var authors = library.Named<LinkType>("Book_authors");
        authors.From.Name.ShouldBe("authors");
        authors.Cardinality.ShouldBe(Cardinality.ManyToMany);
        authors.Tags.ShouldBe(["graphql-type [Person]!"]);
        library.Named<LinkType>("Loan_of").To.Type.ShouldBe(library.Named<Interface>("Thing").Id);
        library.Named<LinkType>("Loan_of").From.IsRequired.ShouldBeTrue();
        var function = library.Named<FunctionType>("Book_authors");
        function.Parameters.Select(p => $"{p.Name} {p.IsRequired} {p.DefaultValue?.Text}").ShouldBe(["object True ", "first False 5", "orderBy False \"NAME\""]);
    }

    [Fact]
    public void The_fields_of_the_roots_are_functions_and_actions()
    {
        var library = Import(Library);
        library.Named<FunctionType>("book").Parameters.ShouldHaveSingleItem().IsRequired.ShouldBeTrue();
        library.Named<FunctionType>("books").ReturnsNull.ShouldBeFalse();
        library.Named<ActionType>("lend").Parameters.Select(p => p.Name).ShouldBe(["book", "to"]);
    }

    [Fact]
    public void What_has_no_place_is_told_with_its_line()
    {
        var unmapped = Import(Library).Unmapped;
        unmapped.ShouldContain(u => u.Subject == "@cost" && u.Line == 16);
        unmapped.ShouldContain(u => u.Subject == "Book.authors" && u.Reason.Contains("an item that may be null"));
        Import("type Query { a: A }\ntype A { b(c: In = {d: 1}): Int }\ninput In { d: Int }").Unmapped.ShouldContain(u => u.Subject == "A.b(c)" && u.Line == 2);
        Import("type Query { a: Int @x }\ndirective @x on FIELD_DEFINITION").Unmapped.ShouldContain(u => u.Subject == "Query.a" && u.Reason.Contains("@x"));
    }

    [Fact]
    public void What_a_schema_bends_is_read_all_the_same_and_told()
    {
        var twice = Import("type Query { a: T }\ntype T { b: Int b: String }");
        twice.Named<ObjectType>("T").Properties.ShouldHaveSingleItem().Type!.DataType.ShouldBe("string");
        twice.Unmapped.ShouldContain(u => u.Subject == "T.b" && u.Line == 2);
        Import("type Query { a: Missing }").Unmapped.ShouldContain(u => u.Reason == "There is no type 'Missing'.");
        Import("interface I { a: Int }\ntype T implements I { b: Int }").Unmapped.ShouldContain(u => u.Subject == "T implements I");
        Import("interface I implements J { a: Int }\ninterface J implements I { a: Int }").Unmapped.ShouldContain(u => u.Reason == "It would extend itself.");
        Import("extend type Gone { a: Int }\ntype T { a: Int }").Unmapped.ShouldContain(u => u.Subject == "Gone");
    }

    [Fact]
    public void The_same_schema_again_changes_nothing_and_the_next_release_changes_what_differs()
    {
        var first = Taken(Snapshot.Empty, Library);
        ImportPlanner.Plan(first, Map(Library)).Operations.ShouldBeEmpty();
        var next = Library.Replace("PAPER AUDIO", "PAPER").Replace("@deprecated(reason: \"Free.\")", string.Empty).Replace("next: Book", "previous: Book");
        var plan = ImportPlanner.Plan(first, Map(next));
        plan.Summary.Created.ShouldBe(1, "the link Book_previous");
        plan.Summary.Deleted.ShouldBe(1, "the link Book_next");
        plan.Summary.Updated.ShouldBe(2, "the object type Book and the value type Kind");
        var second = Taken(first, next);
        ((ObjectType)second.FindByName(ElementKind.ObjectType, "Book")!).Properties.Single(p => p.Name == "price").Deprecation.ShouldBeNull();
        second.FindByName(ElementKind.LinkType, "Book_next").ShouldBeNull();
    }

    [Fact]
    public void What_people_made_here_stays_and_keeps_what_it_uses()
    {
        var first = Taken(Snapshot.Empty, Library);
        var person = first.FindByName(ElementKind.ObjectType, "Person")!.Id;
        var book = (ObjectType)first.FindByName(ElementKind.ObjectType, "Book")!;
        var edited = Editor.Apply(
            first,
            [
                new CreateElement(new ObjectType { Id = ElementId.Trusted("ot-own"), Name = "Own", Properties = [new Property { Id = MemberId.Trusted("m-own"), Name = "who", Type = new TypeRef { ObjectType = person } }] }),
                new UpdateElement(book.Id, new JsonLiteral($$"""{"color":"#112233","titleProperty":"{{book.Properties[1].Id}}"}""")),
            ],
            new NoIds()).Value.After;
        var next = Taken(edited, "type Query { a: Book }\ntype Book { id: ID! }");
        next.Find(person)!.Status.ShouldBe(Status.Deprecated, "Own uses it");
        next.FindByName(ElementKind.ObjectType, "Loan").ShouldBeNull();
        ((ObjectType)next.Find(book.Id)!).Color.ShouldBe("#112233");
        ((ObjectType)next.Find(book.Id)!).TitleProperty.ShouldBeNull("the property is gone");
    }

    [Fact]
    public void Schemas_of_every_shape_are_accepted_and_change_nothing_the_second_time()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var sdl = RandomSdl.Make(seed);
            var first = Taken(Snapshot.Empty, sdl);
            ImportPlanner.Plan(first, Map(sdl)).Operations.ShouldBeEmpty($"seed {seed}:\n{sdl}");
            var other = RandomSdl.Make(seed + 1);
            ImportPlanner.Plan(Taken(first, other), Map(other)).Operations.ShouldBeEmpty($"seed {seed}:\n{sdl}\n---\n{other}");
        }
    }

    [Theory]
    [InlineData("type Query {", 1)]
    [InlineData("type A { a: Int }\nquery { a }", 2)]
    [InlineData("# nothing", 1)]
    [InlineData("type A { a: Int }\n<<<<<<< ours", 2)]
    public void A_file_that_is_no_schema_is_refused_with_its_line(string sdl, int? line)
    {
        var refusal = Read(sdl).Refusals.ShouldHaveSingleItem().ShouldBeOfType<ImportFileInvalid>();
        refusal.File.ShouldBe("schema.graphql");
        refusal.Line.ShouldBe(line);
    }

    private static Snapshot Taken(Snapshot current, string sdl)
    {
        var edit = Editor.Apply(current, ImportPlanner.Plan(current, Map(sdl)).Operations, new NoIds());
        edit.Refusals.ShouldBeEmpty(sdl);
        return edit.Value.After;
    }

    private static ImportedVocabulary Import(string sdl)
    {
        Taken(Snapshot.Empty, sdl);
        return Map(sdl);
    }

    private static ImportedVocabulary Map(string sdl) => GraphQlImport.Map(Read(sdl).Value);

    private static Oms.Domain.Refusals.Result<GraphQlSchema> Read(string sdl) => GraphQlReader.Read(
        [new ImportFile("schema.graphql", () => new MemoryStream(Encoding.UTF8.GetBytes(sdl)))], null, TestContext.Current.CancellationToken);
}
