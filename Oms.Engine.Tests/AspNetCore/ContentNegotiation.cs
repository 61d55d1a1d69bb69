using System.Net;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.AspNetCore;

public sealed class ContentNegotiation
{
    private const string Hello = """{"query":"{ hello }"}""";

    [Theory]
    [InlineData(null, "application/graphql-response+json")]
    [InlineData("*/*", "application/graphql-response+json")]
    [InlineData("application/*", "application/graphql-response+json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json, application/json;q=0.9", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json;q=0.5, application/json;q=0.9", "application/json")]
    [InlineData("application/json, application/graphql-response+json", "application/json")]
    [InlineData("application/graphql-response+json;q=0, */*", "application/json")]
    [InlineData("application/json;charset=utf-8", "application/json")]
    [InlineData("APPLICATION/JSON", "application/json")]
    [InlineData("text/event-stream", "text/event-stream")]
    [InlineData("application/jsonl", "application/jsonl")]
    [InlineData("application/jsonl, application/json", "application/jsonl")]
    [InlineData("application/json, application/jsonl", "application/json")]
    [InlineData("application/jsonl;q=0.5, application/json", "application/json")]
    [InlineData("application/jsonl, application/json;q=0.5", "application/jsonl")]
    [InlineData("application/jsonl;q=0, application/*", "application/graphql-response+json")]
    [InlineData("multipart/mixed;q=0.1, application/jsonl", "application/jsonl")]
    [InlineData("text/html;q=1, application/json;q=0.1", "application/json")]
    public async Task A_query_is_answered_in_the_best_type_the_client_accepts(string? accept, string expected)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.PostAsync(Hello, accept);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(expected);
        response.Content.Headers.ContentType.CharSet.ShouldBe("utf-8");
        response.Headers.Vary.ShouldContain("Accept");
        (await response.Content.ReadAsStringAsync()).ShouldContain("""{"data":{"hello":"hello world"}}""");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("image/*")]
    [InlineData("application/jsonl;q=0")]
    [InlineData("text/html")]
    [InlineData("application/json;q=0, application/graphql-response+json;q=0")]
    [InlineData("application/json;charset=utf-16")]
    public async Task A_client_that_accepts_none_of_ours_gets_406(string accept)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.PostAsync(Hello, accept);
        response.StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
        (await response.Content.ReadAsStringAsync()).ShouldContain("HC0063");
    }

    [Fact]
    public async Task A_header_that_cannot_be_read_gets_400()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.PostAsync(Hello, "application/json;;=,");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_subscription_without_event_streams_gets_406_and_leaves_no_subscriber()
    {
        await using var host = await GraphQLHost.StartAsync();
        foreach (var field in new[] { "silence", """news(topic: \"a\")""" })
        {
            using var response = await host.PostAsync($$"""{"query":"subscription { {{field}} }"}""", "application/json");
            response.StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
            // The refusal is on its way before the source is released.
            await Eventually.BecomesAsync(() => host.Touches.OpenSources, 0);
            await Eventually.BecomesAsync(() => host.Topics.SubscriberCount, 0);
        }
    }
}
