using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Response;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Execution;

public sealed class Errors
{
    [Fact]
    public async Task What_a_resolver_throws_is_hidden()
    {
        var answer = await Requests.Server("type Query { a: Int }")
            .AddResolver("Query", "a", int? () => throw new InvalidOperationException("secret"))
            .ModifyRequestOptions(o => o.IncludeExceptionDetails = false)
            .AskAsync("{ a }");
        answer.ShouldBe("""{"data":{"a":null},"errors":[{"message":"Unexpected Execution Error","locations":[{"line":1,"column":3}],"path":["a"]}]}""");
    }

    [Fact]
    public async Task What_a_resolver_throws_is_shown_when_details_are_asked_for()
    {
        var answer = await Requests.Server("type Query { a: Int }")
            .AddResolver("Query", "a", int? () => throw new InvalidOperationException("secret"))
            .ModifyRequestOptions(o => o.IncludeExceptionDetails = true)
            .AskAsync("{ a }");
        Requests.Read(answer).GetProperty("errors")[0].GetProperty("extensions").GetProperty("message").GetString().ShouldBe("secret");
    }

    [Fact]
    public async Task All_errors_of_a_GraphQLException_are_told()
    {
        var answer = await Requests.Server("type Query { a: Int }")
            .AddResolver("Query", "a", int? () => throw new GraphQLException(new GraphQLError("one"), new GraphQLError("two") { Code = "TWO" }))
            .AskAsync("{ a }");
        Requests.Read(answer).GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("message").GetString()).ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task Filters_change_errors_of_requests_and_of_fields()
    {
        var builder = Requests.Server("type Query { a: Int }").AddResolver("Query", "a", int? () => throw new InvalidOperationException())
            .AddErrorFilter(e => e with { Message = "filtered" });
        var executor = await builder.BuildRequestExecutorAsync();
        foreach (var document in (string[])["{ a }", "{ b }", "{"])
            Requests.Read(await executor.AskAsync(Requests.Of(document))).GetProperty("errors")[0].GetProperty("message").GetString().ShouldBe("filtered");
    }

    [Fact]
    public async Task A_request_out_of_time_is_refused_and_its_resolvers_are_told()
    {
        var wasTold = false;
        var answer = await Requests.Server("type Query { slow: Int }")
            .AddResolver("Query", "slow", async (CancellationToken stop) =>
            {
                try
                {
                    await Task.Delay(Timeout.Infinite, stop);
                }
                finally
                {
                    wasTold = true;
                }

                return 1;
            })
            .ModifyRequestOptions(o => o.ExecutionTimeout = TimeSpan.FromMilliseconds(100))
            .AskAsync("{ slow }");
        var response = Requests.Read(answer);
        response.TryGetProperty("data", out _).ShouldBeFalse();
        response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("HC0045");
        wasTold.ShouldBeTrue();
    }

    [Fact]
    public async Task The_number_of_errors_is_bounded()
    {
        var answer = await Requests.Server("type Item { a: Int } type Query { items: [Item!]! }")
            .BindRuntimeType<Item>()
            .AddResolver("Query", "items", () => Enumerable.Repeat(new Item(), 5000).ToArray())
            .ModifyRequestOptions(o => o.MaxFieldErrors = 10)
            .AskAsync("{ items { a } }");
        var response = Requests.Read(answer);
        response.GetProperty("errors").GetArrayLength().ShouldBe(10);
        response.GetProperty("data").GetProperty("items").GetArrayLength().ShouldBe(5000);
    }

    private sealed class Item
    {
        public int? A => throw new InvalidOperationException();
    }
}
