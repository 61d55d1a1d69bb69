using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Authorization;
using Oms.Engine.Configuration;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Execution;

public sealed class Authorization
{
    [Fact]
    public async Task A_directive_is_decided_once_in_a_request_however_many_objects_ask()
    {
        var asked = new CountedAuthorization();
        var answer = await Server("type Item { a: Int @authorize b: Int } type Query { items: [Item!]! }", asked).AskAsync("{ items { a x: a b } }", user: Requests.Ann);
        answer.ShouldBe("""{"data":{"items":[{"a":1,"x":1,"b":2},{"a":1,"x":1,"b":2}]}}""");
        asked.Times.ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_is_the_fields_error_with_its_place()
    {
        var answer = await Server("type Item { a: Int @authorize b: Int } type Query { items: [Item!]! }").AskAsync("{ items { b a } }");
        var response = Requests.Read(answer);
        response.GetProperty("data").GetProperty("items")[1].GetRawText().ShouldBe("""{"b":2,"a":null}""");
        response.GetProperty("errors").GetArrayLength().ShouldBe(2);
        var error = response.GetProperty("errors")[1];
        error.GetProperty("path").GetRawText().ShouldBe("""["items",1,"a"]""");
        error.GetProperty("locations").GetRawText().ShouldBe("""[{"line":1,"column":13}]""");
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("AUTH_NOT_AUTHENTICATED");
    }

    [Fact]
    public async Task A_type_speaks_for_all_its_fields()
    {
        var answer = await Server("type Item @authorize { a: Int b: Int } type Query { items: [Item!] }").AskAsync("{ items { a b } }");
        answer.ShouldContain("""{"items":[{"a":null,"b":null},{"a":null,"b":null}]}""");
    }

    [Fact]
    public async Task What_is_skipped_is_not_asked_for()
    {
        var asked = new CountedAuthorization();
        await Server("type Item { a: Int @authorize b: Int } type Query { items: [Item!]! }", asked)
            .AskAsync("query($x: Boolean!) { items { b a @include(if: $x) } }", """{"x":false}""");
        asked.Times.ShouldBe(0);
    }

    [Fact]
    public async Task A_refusal_at_validation_is_the_whole_requests()
    {
        var answer = await Server("type Item { a: Int @authorize(apply: VALIDATION) b: Int } type Query { items: [Item!]! }").AskAsync("{ items { b a } }");
        Requests.Read(answer).TryGetProperty("data", out _).ShouldBeFalse();
        answer.ShouldContain("AUTH_NOT_AUTHENTICATED");
    }

    [Fact]
    public async Task Behind_an_interface_it_holds_as_well()
    {
        var answer = await Server("interface Node { b: Int } type Item implements Node { a: Int @authorize b: Int } type Query { items: [Node!]! }")
            .AskAsync("{ items { b ... on Item { a } } }");
        answer.ShouldContain("""{"items":[{"b":2,"a":null},{"b":2,"a":null}]}""");
    }

    [Fact]
    public async Task A_policy_that_is_not_there_stops_the_start() =>
        (await Should.ThrowAsync<SchemaException>(async () => await Server(
            "type Item { a: Int @authorize(policy: \"unknown\") b: Int @authorize(policy: \"known\") } type Query { items: [Item!]! }").BuildRequestExecutorAsync()))
            .Errors.ShouldHaveSingleItem().Message.ShouldContain("asks for the policy \"unknown\"");

    [Fact]
    public async Task Root_fields_that_do_not_say_who_stop_the_start()
    {
        var builder = Server("type Item { a: Int b: Int } type Query { items: [Item!]! said: Int @public guarded: Int @authorize }")
            .AddResolver("Query", "said", () => 1).AddResolver("Query", "guarded", () => 1)
            .ModifyOptions(o => o.RequireExplicitAuthorization = true);
        (await Should.ThrowAsync<SchemaException>(async () => await builder.BuildRequestExecutorAsync()))
            .Errors.ShouldHaveSingleItem().Message.ShouldStartWith("Query.items says by neither");
    }

    private static IRequestExecutorBuilder Server(string sdl, CountedAuthorization? handler = null)
    {
        var builder = Requests.Server(sdl).BindRuntimeType<Item>().AddResolver("Query", "items", () => new[] { new Item(1, 2), new Item(1, 2) });
        builder.Services.AddSingleton<IAuthorizationHandler>(handler ?? new CountedAuthorization());
        return builder;
    }

    private sealed record Item(int A, int B);
}
