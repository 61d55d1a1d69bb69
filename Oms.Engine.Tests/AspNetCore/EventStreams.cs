using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.AspNetCore;

public sealed class EventStreams
{
    private const string Accept = "text/event-stream";

    [Fact]
    public async Task A_subscription_is_a_next_for_each_event_and_a_complete()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.PostAsync("""{"query":"subscription { count(to: 2) }"}""", Accept);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(Accept);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            ":\n\nevent: next\ndata: {\"data\":{\"count\":1}}\n\nevent: next\ndata: {\"data\":{\"count\":2}}\n\nevent: complete\ndata:\n\n");
    }

    [Fact]
    public async Task It_can_be_asked_for_by_GET()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.GetAsync("?query=subscription{count(to:1)}", Accept);
        (await response.Content.ReadAsStringAsync()).ShouldContain("{\"data\":{\"count\":1}}");
        using var mutation = await host.GetAsync("?query=mutation{touch}", Accept);
        mutation.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task A_client_that_leaves_ends_the_source()
    {
        await using var host = await GraphQLHost.StartAsync();
        var responses = new List<HttpResponseMessage>();
        for (var i = 0; i < 20; i++)
            responses.Add(await host.PostAsync("""{"query":"subscription { silence }"}""", Accept));
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 20);
        responses.ForEach(response => response.Dispose());
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 0);
    }

    [Theory]
    [InlineData(Accept)]
    [InlineData("multipart/mixed")]
    [InlineData("application/jsonl")]
    public async Task Its_source_is_open_before_the_client_sees_that_it_is_subscribed(string accept)
    {
        var (touches, openAtTheStart) = (new Touches(), 0);
        await using var host = await SchemaHost.StartAsync(
            "type Query { hello: String } type Subscription { count(to: Int!): Int! silence: Int! news(topic: String!): String! }",
            graph => graph.AddTypeExtension(typeof(SampleRoots.Subscriptions)).AddInMemorySubscriptions().Services.AddSingleton(touches),
            application =>
            {
                application.Use((context, next) =>
                {
                    context.Response.OnStarting(() => Task.FromResult(openAtTheStart = touches.OpenSources));
                    return next(context);
                });
                application.MapGraphQL();
            });
        using var response = await host.PostAsync("""{"query":"subscription { silence }"}""", ("Accept", accept));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        openAtTheStart.ShouldBe(1);
    }

    [Fact]
    public async Task A_silent_stream_is_kept_open_by_comments()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.EventStreamKeepAliveInterval = TimeSpan.FromMilliseconds(50));
        using var response = await host.PostAsync("""{"query":"subscription { silence }"}""", Accept);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        for (var i = 0; i < 4; i++)
        {
            (await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe(":");
            (await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe("");
        }
    }

    [Fact]
    public async Task It_is_complete_when_the_server_stops()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.PostAsync("""{"query":"subscription { silence }"}""", Accept);
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 1);
        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(10));
        (await response.Content.ReadAsStringAsync()).ShouldEndWith("event: complete\ndata:\n\n");
        host.Touches.OpenSources.ShouldBe(0);
    }

    [Fact]
    public async Task It_is_complete_when_the_authentication_ends()
    {
        await using var host = await GraphQLHost.StartAsync();
        var soon = DateTimeOffset.UtcNow.AddSeconds(2).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var response = await host.PostAsync(
            """{"query":"subscription { silence }"}""", Accept, ("x-user", "ann"), ("x-expires", soon));
        (await response.Content.ReadAsStringAsync().WaitAsync(TimeSpan.FromSeconds(10))).ShouldEndWith("event: complete\ndata:\n\n");
        host.Touches.OpenSources.ShouldBe(0);
    }
}
