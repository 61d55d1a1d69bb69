using Oms.Domain.Ontology;
using Oms.Engine.Response;
using Oms.Graph.Ontology;
using Shouldly;
using Xunit;
using SortDirection = Oms.Graph.Filters.SortDirection;

namespace Oms.Graph.Tests.Ontology;

public sealed class OntologyNodeTests
{
    [Fact]
    public async Task A_property_answers_what_its_shared_property_says_and_names_what_it_overrides()
    {
        await using var library = await Library.OpenAsync();
        var name = (await PersonAsync(library)).Property("name").ShouldNotBeNull();
        name.Type.ShouldNotBeNull().Text.ShouldBe("string");
        name.IsSearchable.ShouldBeTrue();
        name.IsRequired.ShouldBeTrue();
        name.DisplayName("ko").ShouldBe("이름");
        name.Overrides.ShouldBe(["isRequired"]);
        name.SharedProperty.ShouldNotBeNull().Name.ShouldBe("label");
    }

    [Fact]
    public async Task Inherited_properties_come_after_ones_own_and_say_where_they_stand()
    {
        await using var library = await Library.OpenAsync();
        var author = new OntologyNode(await library.HeadAsync()).ObjectType(null, "Author").ShouldNotBeNull();
        author.Properties(false).Select(p => p.Name).ShouldBe(["penName"]);
        var all = author.Properties(true);
        all.Select(p => p.Name).ShouldBe(["penName", "name", "birthDate", "postalAddress"]);
        all.Select(p => p.IsInherited).ShouldBe([false, true, true, true]);
        all[1].Element.Name.ShouldBe("Person");
        author.TitleProperty.ShouldNotBeNull().Name.ShouldBe("name");
    }

    [Fact]
    public async Task A_label_falls_back_to_English_and_then_to_the_name()
    {
        await using var library = await Library.OpenAsync();
        var person = await PersonAsync(library);
        person.DisplayName("ko").ShouldBe("사람");
        person.DisplayName("fr").ShouldBe("Person");
        person.Property("birthDate")!.DisplayName("en").ShouldBe("birthDate");
    }

    [Fact]
    public async Task Types_are_told_in_words()
    {
        await using var library = await Library.OpenAsync();
        var ontology = new OntologyNode(await library.HeadAsync());
        ontology.ObjectType(null, "Author")!.Property("penName")!.Type!.Text.ShouldBe("array<string>");
        var address = ontology.ObjectType(null, "Person")!.Property("postalAddress")!.Type.ShouldNotBeNull();
        address.Text.ShouldBe("address");
        address.StructType.ShouldNotBeNull().IsSystem.ShouldBeTrue();
        address.StructType.Hash.Length.ShouldBe(64);
    }

    [Fact]
    public async Task Who_refers_to_an_element_is_told_with_the_member()
    {
        await using var library = await Library.OpenAsync();
        var ontology = new OntologyNode(await library.HeadAsync());
        var usages = ontology.Usages("ot-person", 10, null, null, null);
        usages.Nodes.ShouldHaveSingleItem().By!.Name.ShouldBe("Author");
        var ends = ontology.Usages("ot-book", 10, null, null, null).Nodes.ShouldHaveSingleItem();
        ends.Kind.ShouldBe(UsageKind.LinkTo);
        ends.Member.ShouldNotBeNull().Name.ShouldBe("authors");
        ontology.ObjectType("ot-book", null)!.Links(10, null, null, null).Nodes.ShouldHaveSingleItem().To.Type!.Name.ShouldBe("Book");
    }

    [Fact]
    public async Task Elements_come_by_name_and_a_cursor_holds_when_others_come_and_go()
    {
        await using var library = await Library.OpenAsync();
        var page = Types(await library.HeadAsync(), first: 2);
        page.Nodes.Select(n => n.Name).ShouldBe(["Author", "Book"]);
        await library.CommitAsync("main", "more", new Domain.Ontology.Editing.CreateElement(new ObjectType { Name = "Article" }));
        await library.CommitAsync("main", "other", new Domain.Ontology.Editing.RenameElement(ElementId.Trusted("ot-book"), "Bound"));
        var next = Types(await library.HeadAsync(), first: 2, after: page.PageInfo.EndCursor);
        next.Nodes.Select(n => n.Name).ShouldBe(["Bound", "Person"]);
    }

    [Fact]
    public async Task Filters_narrow_page_and_total()
    {
        await using var library = await Library.OpenAsync();
        var head = await library.HeadAsync();
        Names(head, new() { Name = new() { Contains = "o" } }).ShouldBe(["Author", "Book", "Person"]);
        Names(head, new() { Name = new() { StartsWith = "A" } }).ShouldBe(["Author"]);
        Names(head, new() { DisplayName = new() { Eq = "A printed work" } }).ShouldBe(["Book"]);
        Names(head, new() { Tags = new() { Some = new() { Eq = "core" } } }).ShouldBe(["Person"]);
        Names(head, new() { Parents = new() { Some = new() { Eq = "ot-person" } } }).ShouldBe(["Author"]);
        Names(head, new() { Status = new() { Neq = Status.Active } }).ShouldBeEmpty();
        Names(head, new() { Or = [new() { Name = new() { Eq = "Book" } }, new() { Name = new() { Eq = "Person" } }] }).ShouldBe(["Book", "Person"]);
        Types(head, new() { Name = new() { Neq = "Book" } }, first: 1).TotalCount.ShouldBe(2);
    }

    [Fact]
    public async Task Orders_can_be_paged_through()
    {
        await using var library = await Library.OpenAsync();
        var head = await library.HeadAsync();
        var order = new[] { new ElementSort { DisplayName = SortDirection.Desc } };
        var first = Types(head, order: order, first: 2);
        first.Nodes.Select(n => n.Name).ShouldBe(["Person", "Author"]);
        Types(head, order: order, first: 2, after: first.PageInfo.EndCursor).Nodes.Select(n => n.Name).ShouldBe(["Book"]);
        Types(head, order: order, last: 1).Nodes.Select(n => n.Name).ShouldBe(["Book"]);
    }

    [Fact]
    public async Task A_filter_over_the_bounds_is_refused()
    {
        await using var library = await Library.OpenAsync();
        var head = await library.HeadAsync();
        var deep = new ObjectTypeFilter();
        for (var i = 0; i < 10_000; i++)
            deep = new() { And = [deep] };
        Code(() => Names(head, deep)).ShouldBe("FILTER_TOO_DEEP");
        Code(() => Names(head, new() { Name = new() { In = [.. Enumerable.Range(0, 2000).Select(i => $"n{i}")] } })).ShouldBe("FILTER_TOO_LARGE");
    }

    [Fact]
    public async Task One_of_id_and_name_is_asked_for()
    {
        await using var library = await Library.OpenAsync();
        var ontology = new OntologyNode(await library.HeadAsync());
        Code(() => ontology.ObjectType(null, null)).ShouldBe("ARGUMENTS_CONFLICT");
        Code(() => ontology.ObjectType("ot-person", "Person")).ShouldBe("ARGUMENTS_CONFLICT");
        ontology.ObjectType(null, "Nobody").ShouldBeNull();
        ontology.ObjectType("ot-nobody", null).ShouldBeNull();
    }

    private static async Task<ObjectTypeNode> PersonAsync(Library library) =>
        new OntologyNode(await library.HeadAsync()).ObjectType("ot-person", null).ShouldNotBeNull();

    private static Oms.Engine.Paging.Connection<ObjectTypeNode> Types(
        Revision revision, ObjectTypeFilter? where = null, ElementSort[]? order = null, int? first = null, string? after = null, int? last = null) =>
        new OntologyNode(revision).ObjectTypes(where, order, first, after, last, null);

    private static string[] Names(Revision revision, ObjectTypeFilter where) => [.. Types(revision, where).Nodes.Select(n => n.Name)];

    private static string? Code(Action act) => Should.Throw<GraphQLException>(act).Errors[0].Code;
}
