using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Configuration;
using Oms.Engine.Tests.Execution;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Binding;

public sealed class SchemaBinderTests
{
    private const string Sdl = """
        enum Shade { LIGHT DARK }
        type Item { id: ID! size: Int! shade: Shade! tags: [String!]! }
        type Query { item(size: Int, shade: Shade): Item missing: String }
        """;

    private enum Shade
    {
        Light,
        Dim,
    }

    [Fact]
    public async Task A_start_is_refused_with_everything_that_does_not_fit()
    {
        var builder = Requests.Server(Sdl).BindRuntimeType<Item>().AddTypeExtension<Wrong>().BindRuntimeType<Shade>();
        var refused = await Should.ThrowAsync<SchemaException>(async () => await builder.BuildRequestExecutorAsync());
        var told = string.Join('\n', refused.Errors.Select(e => e.Message));
        told.ShouldContain("Query.missing has no resolver");
        told.ShouldContain("Wrong.GetNothing resolves Query.nothing, which the schema does not have");
        told.ShouldContain("Item.Size returns String for Item.size");
        told.ShouldContain("whose value DIM the schema does not have");
        told.ShouldContain("Item.Tags returns String for Item.tags: [String!]!, which is no list");
        told.ShouldContain("the parameter \"size\" is Boolean?, but Query.item(size:) is Int: it is an Int");
        told.ShouldContain("the parameter \"stranger\" is neither an argument of Query.item nor a registered service");
        told.ShouldContain("Shade has no value for Shade.DARK");
        refused.Errors.ShouldAllBe(e => e.Phase == SchemaErrorPhase.Binding);
    }

    [Fact]
    public async Task A_number_that_can_not_be_null_does_not_take_an_argument_that_may_be()
    {
        var builder = Requests.Server("type Query { a(first: Int): Int }").AddResolver("Query", "a", (int first) => first);
        (await Should.ThrowAsync<SchemaException>(async () => await builder.BuildRequestExecutorAsync())).Message.ShouldContain("it may be null");
    }

    [Fact]
    public async Task A_file_is_taken_as_such_or_not_at_all()
    {
        const string Files = "type Query { a(file: Upload!, files: [Upload]): Int }";
        var wrong = Requests.Server(Files).AddUploadType().AddResolver("Query", "a", (string file, IReadOnlyList<byte[]> files) => file.Length + files.Count);
        (await Should.ThrowAsync<SchemaException>(async () => await wrong.BuildRequestExecutorAsync())).Errors.Count(e => e.Message.EndsWith("it is an Upload.", StringComparison.Ordinal)).ShouldBe(2);
        await Requests.Server(Files).AddUploadType().AddResolver("Query", "a", (IFile file, List<IFile?>? files) => file.Length + files?.Count).BuildRequestExecutorAsync();
    }

    [Fact]
    public async Task A_class_of_the_root_type_comes_from_the_services()
    {
        var builder = Requests.Server("type Query { name: String! length: Int! }").BindRuntimeType<Root>("Query");
        builder.Services.AddSingleton(new Root("ann"));
        (await builder.AskAsync("{ name length }")).ShouldBe("""{"data":{"name":"ann","length":3}}""");
    }

    [Fact]
    public async Task Names_leave_Get_and_Async_out_and_attributes_decide()
    {
        var builder = Requests.Server("type Query { item: Int! renamed: Int! }").AddTypeExtension<Named>();
        (await builder.AskAsync("{ item renamed }")).ShouldBe("""{"data":{"item":1,"renamed":2}}""");
    }

    private sealed record Root(string Name)
    {
        public int GetLength() => Name.Length;
    }

    private sealed record Item(string Id, string Size, Shade Shade, string Tags);

    [ExtendObjectType("Query")]
    private sealed class Wrong
    {
        public Item? GetItem(bool? size, Version stranger) => size is null ? null : new Item(stranger.ToString(), "", Shade.Light, "");

        public string GetNothing() => "";
    }

    [ExtendObjectType("Query")]
    private sealed class Named
    {
        public Task<int> GetItemAsync() => Task.FromResult(1);

        [GraphQLName("renamed")]
        public int Other() => 2;

        [GraphQLIgnore]
        public int Ignored() => 3;
    }
}
