using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Execution;

public sealed class NullPropagation
{
    private const string Sdl = """
        type Item { name: String! late: String! size: Int }
        type Query { items: [Item] all: [Item!]! first: Item! }
        """;

    [Fact]
    public async Task A_null_takes_the_nearest_place_that_may_be_null() =>
        (await AskAsync("{ items { name size } }")).ShouldBe(
            """{"data":{"items":[{"name":"a","size":1},null,{"name":"c","size":null}]},"errors":[{"message":"Cannot return null for non-nullable field Item.name.","locations":[{"line":1,"column":11}],"path":["items",1,"name"],"extensions":{"code":"HC0018"}}]}""");

    [Fact]
    public async Task A_null_that_was_awaited_does_so_too() =>
        (await AskAsync("{ items { size late } }")).ShouldBe(
            """{"data":{"items":[{"size":1,"late":"a"},null,{"size":null,"late":"c"}]},"errors":[{"message":"Cannot return null for non-nullable field Item.late.","locations":[{"line":1,"column":16}],"path":["items",1,"late"],"extensions":{"code":"HC0018"}}]}""");

    [Fact]
    public async Task It_may_take_the_whole_data()
    {
        var response = Requests.Read(await AskAsync("{ first { size } all { name } }"));
        response.GetProperty("data").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        response.GetProperty("errors").GetArrayLength().ShouldBe(1);
    }

    private static Task<string> AskAsync(string document)
    {
        Item[] items = [new("a", 1), new(null, 2), new("c", null)];
        return Requests.Server(Sdl).BindRuntimeType<Item>()
            .AddResolver("Query", "items", () => items).AddResolver("Query", "all", () => items).AddResolver("Query", "first", () => items[0])
            .AskAsync(document);
    }

    private sealed record Item(string? Name, int? Size)
    {
        public async Task<string?> GetLateAsync()
        {
            await Task.Yield();
            return Name;
        }
    }
}
